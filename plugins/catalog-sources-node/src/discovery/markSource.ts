import type { Entity } from '@backstage/catalog-model';
import type {
  DeferredEntity,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import { ANNOTATION_SOURCE } from '@nerds/plugin-entity-model-common';

/** Says of an entity which source it is from. @internal */
export function markEntity(entity: Entity, sourceId: string): Entity {
  const { annotations } = entity.metadata;
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: { ...annotations, [ANNOTATION_SOURCE]: sourceId },
    },
  };
}

/** Says it of everything that an update adds. @internal */
export function markMutation(
  mutation: EntityProviderMutation,
  sourceId: string,
): EntityProviderMutation {
  const mark = (deferred: DeferredEntity) => ({
    ...deferred,
    entity: markEntity(deferred.entity, sourceId),
  });
  return mutation.type === 'full'
    ? { ...mutation, entities: mutation.entities.map(mark) }
    : { ...mutation, added: mutation.added.map(mark) };
}
