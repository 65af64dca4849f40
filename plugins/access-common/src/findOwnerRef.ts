import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';

/**
 * The owner that an entity names, as the catalog reads it: a team, unless it says
 * otherwise, in the namespace of the entity.
 *
 * @param entity - as it stands in a file, so nothing in it is certain
 * @returns entity ref; undefined when there is no owner, or none that can be read
 * @public
 */
export function findOwnerRef(entity: Entity): string | undefined {
  const { spec, metadata } = entity;
  const owner = spec?.owner;
  const { namespace } = metadata;
  if (typeof owner !== 'string') return undefined;
  try {
    return stringifyEntityRef(
      parseEntityRef(owner, {
        defaultKind: 'group',
        defaultNamespace: typeof namespace === 'string' ? namespace : 'default',
      }),
    );
  } catch {
    // What is wrong with it is one of the errors of the entity.
    return undefined;
  }
}
