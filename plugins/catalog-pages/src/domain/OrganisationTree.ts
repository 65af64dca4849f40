import {
  parseEntityRef,
  RELATION_CHILD_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { GROUP_TYPE_ORGANISATION } from '@nerds/plugin-entity-model-common';

/** What a facet can be set to, and on how many entities it is. @internal */
export interface FacetOption {
  value: string;
  label: string;
  count: number;
}

function toTitle(group: Entity): string {
  const { profile } = group.spec ?? {};
  const { displayName } = (profile ?? {}) as { displayName?: string };
  return displayName ?? group.metadata.title ?? group.metadata.name;
}

/** Which group belongs to which organisation. @internal */
export class OrganisationTree {
  readonly #groups: Map<string, Entity>;

  /** @param groups - every group that the person may see */
  constructor(groups: Entity[]) {
    this.#groups = new Map(
      groups.map(group => [stringifyEntityRef(group), group]),
    );
  }

  /** What people call a group or person; the name when it is not known. */
  titleOf(ref: string): string {
    const group = this.#groups.get(ref);
    return group ? toTitle(group) : parseEntityRef(ref).name;
  }

  /** The nearest organisation above a group, or the group itself. */
  organisationOf(ref: string): string | undefined {
    const seen = new Set<string>();
    let current: string | undefined = ref;
    // a group that is above itself would go round for ever
    while (current && !seen.has(current)) {
      seen.add(current);
      const group = this.#groups.get(current);
      if (group?.spec?.type === GROUP_TYPE_ORGANISATION) return current;
      current = group?.relations?.find(
        ({ type }) => type === RELATION_CHILD_OF,
      )?.targetRef;
    }
    return undefined;
  }

  /** An organisation and all groups that belong to it. */
  groupsOf(organisation: string): string[] {
    return [...this.#groups.keys()].filter(
      ref => this.organisationOf(ref) === organisation,
    );
  }

  /** How many entities each owner has, added up per organisation. */
  countPerOrganisation(owners: Map<string, number>): FacetOption[] {
    const counts = new Map<string, number>();
    for (const [owner, count] of owners) {
      const organisation = this.organisationOf(owner);
      if (organisation) {
        counts.set(organisation, (counts.get(organisation) ?? 0) + count);
      }
    }
    return this.toOptions(counts);
  }

  /** Groups with how many entities they have, by title. */
  toOptions(counts: Map<string, number>): FacetOption[] {
    return [...counts]
      .map(([value, count]) => ({ value, count, label: this.titleOf(value) }))
      .sort((a, b) => a.label.localeCompare(b.label, 'nl'));
  }
}
