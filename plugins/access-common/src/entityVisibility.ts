import type { PermissionCondition } from '@backstage/plugin-permission-common';

/** Annotation with which an entity of the catalog says who may see it: {@link ENTITY_VISIBILITIES}. @public */
export const VISIBILITY_ANNOTATION = 'nerds.overheid.nl/visibility';

/** `everyone`: also without the annotation. `team`: its owners, and who sees everything. @public */
export const ENTITY_VISIBILITIES = ['everyone', 'team'] as const;

/**
 * Annotation that the catalog itself writes, whatever the source of the entity
 * says: {@link EVERYONE}, {@link NOBODY}, or the entity ref of the owner.
 *
 * @remarks
 * One value to look for, instead of one that must be absent or another that must
 * be there: as two conditions PostgreSQL takes three times as long in a catalog of
 * 12,500 entities (`benchmarks/catalog`).
 *
 * @public
 */
export const READABLE_BY_ANNOTATION = 'nerds.overheid.nl/readable-by';

/** Value of {@link READABLE_BY_ANNOTATION}: whoever is signed in. @public */
export const EVERYONE = 'everyone';

/** Value of {@link READABLE_BY_ANNOTATION}: only who sees everything. @public */
export const NOBODY = 'nobody';

/** Name of the rule that an entity may be seen by one of some readers. @public */
export const IS_READABLE_BY_RULE = 'IS_READABLE_BY';

/**
 * The condition that an entity may be seen by everyone or by one of these
 * readers, for a permission policy.
 *
 * @param readers - entity refs of a person and the person's groups
 * @public
 */
export function createEntityReaderCondition(
  readers: string[],
): PermissionCondition<'catalog-entity', { readers: string[] }> {
  return {
    resourceType: 'catalog-entity',
    rule: IS_READABLE_BY_RULE,
    params: { readers: [EVERYONE, ...readers] },
  };
}
