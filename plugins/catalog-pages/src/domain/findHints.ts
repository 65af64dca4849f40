import { RELATION_PROVIDES_API, type Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_SOURCE,
  SOURCES,
  validateEntity,
} from '@nerds/plugin-entity-model-common';

/** What people expect on the page of an entity and is not there. @internal */
export type Hint = 'docs' | 'apis';

const DOCS_ANNOTATIONS = [
  'backstage.io/techdocs-ref',
  'backstage.io/techdocs-entity',
];

const REGISTERS: readonly unknown[] = Object.values(SOURCES);

/**
 * What is expected of an entity and missing; its tab is then not there.
 *
 * @remarks Nothing of what a register says: its owner cannot add it here.
 *
 * @internal
 */
export function findHints(entity: Entity): Hint[] {
  const { annotations = {} } = entity.metadata;
  if (entity.kind !== 'Component') return [];
  if (REGISTERS.includes(annotations[ANNOTATION_SOURCE])) return [];
  const hasDocs = DOCS_ANNOTATIONS.some(name => annotations[name]);
  const hasApi = entity.relations?.some(
    ({ type }) => type === RELATION_PROVIDES_API,
  );
  const hints: Hint[] = hasDocs ? [] : ['docs'];
  return entity.spec?.type === 'service' && !hasApi
    ? [...hints, 'apis']
    : hints;
}

/** Whether there is anything to say at all. @internal */
export function needsAttention(entity: Entity): boolean {
  return findHints(entity).length > 0 || validateEntity(entity).length > 0;
}
