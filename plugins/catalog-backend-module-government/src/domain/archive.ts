import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_ARCHIVED_AT,
  LIFECYCLE_ARCHIVED,
} from '@nerds/plugin-entity-model-common';

/** The entity of an item that is gone from its source. @internal */
export function buildArchivedEntity(entity: Entity, goneSince: Date): Entity {
  const { metadata, spec } = entity;
  return {
    ...entity,
    metadata: {
      ...metadata,
      annotations: {
        ...metadata.annotations,
        [ANNOTATION_ARCHIVED_AT]: goneSince.toISOString(),
      },
    },
    ...(spec && {
      spec: {
        ...spec,
        // a Group has no lifecycle
        ...('lifecycle' in spec && { lifecycle: LIFECYCLE_ARCHIVED }),
      },
    }),
  };
}

/** What there is to decide about: an item that a complete run did not find. @internal */
export interface UnseenItem {
  itemId: string;
  /** Undefined: this is the first run that did not find it. */
  missingSince?: Date;
  archivedAt?: Date;
  /** Whether its entity is kept, archived, or removed at once. */
  onVanish: 'archive' | 'remove';
}

/** How fast things vanish, in milliseconds. @internal */
export interface VanishOptions {
  graceTimeMs: number;
  /** How long an archived entity stays. */
  removeAfterMs: number;
  /** Largest share, 0 to 1, of the items that may be gone from one run to the next. */
  maxVanishedShare: number;
}

/** What is to be done about the items that were not found. @internal */
export interface VanishPlan {
  /** Item ids that went missing now. */
  missing: string[];
  archive: string[];
  remove: string[];
}

/** Below this, one item is a large share of all. */
const SMALL_SOURCE = 10;

/**
 * Decides about the items that a complete run did not find.
 *
 * @param counts - `present`: how many items were there until now; `seen`: how
 * many of the source's items the run has read
 * @returns `suspicious` when it looks like the source rather than the items is
 * gone: then nothing may be done
 * @internal
 */
export function evaluateVanished(
  unseen: UnseenItem[],
  counts: { present: number; seen: number },
  options: VanishOptions,
  now: Date,
): VanishPlan | 'suspicious' {
  const newlyMissing = unseen.filter(item => !item.missingSince);
  const isEmpty = counts.seen === 0 && counts.present > 0;
  const isTooMany =
    newlyMissing.length > SMALL_SOURCE &&
    newlyMissing.length > counts.present * options.maxVanishedShare;
  if (isEmpty || isTooMany) return 'suspicious';
  const isOverdue = (item: UnseenItem, afterMs: number) =>
    now.getTime() - (item.missingSince ?? now).getTime() >= afterMs;
  const plan: VanishPlan = { missing: [], archive: [], remove: [] };
  for (const item of unseen) {
    const removeMs = item.onVanish === 'remove' ? 0 : options.removeAfterMs;
    if (!item.missingSince) plan.missing.push(item.itemId);
    if (isOverdue(item, options.graceTimeMs + removeMs)) {
      plan.remove.push(item.itemId);
    } else if (!item.archivedAt && isOverdue(item, options.graceTimeMs)) {
      plan.archive.push(item.itemId);
    }
  }
  return plan;
}
