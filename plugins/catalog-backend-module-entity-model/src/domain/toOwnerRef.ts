import type { Entity } from '@backstage/catalog-model';
import { findOwnerRef } from '@nerds/plugin-access-common';

/**
 * The owner that an entity names, who may repair it. A location has none: whoever
 * writes one has the portal read files that may not be theirs.
 *
 * @internal
 */
export function toOwnerRef(entity: Entity): string | undefined {
  return entity.kind === 'Location' ? undefined : findOwnerRef(entity);
}
