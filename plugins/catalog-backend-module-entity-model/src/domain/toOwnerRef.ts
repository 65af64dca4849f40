import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';

/**
 * The owner that an entity names, read as the catalog would. A location has
 * none: whoever writes one has the portal read files that may not be theirs.
 *
 * @returns nothing when there is none, or it cannot be read: who the entity is
 * of is then not known
 * @internal
 */
export function toOwnerRef(entity: Entity): string | undefined {
  const owner = entity.spec?.owner;
  if (typeof owner !== 'string' || entity.kind === 'Location') return undefined;
  const { namespace } = entity.metadata;
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
