import {
  getCompoundEntityRef,
  RELATION_API_PROVIDED_BY,
  RELATION_PROVIDES_API,
  type Entity,
} from '@backstage/catalog-model';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  processingResult,
  type CatalogProcessor,
  type CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import { ANNOTATION_API_REGISTER_ID } from '@nerds/plugin-entity-model-common';
import { buildRegisteredApiName } from '../domain/mapApi';
import { REGISTER_NAMESPACE } from '../domain/names';

/**
 * Relates a Component to the API that it publishes in the API register.
 *
 * @remarks
 * The register does not know which software serves an API; a team says so by
 * giving its Component the id that the API has there.
 *
 * @internal
 */
export class RegisteredApiProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'RegisteredApiProcessor';
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    const id = entity.metadata.annotations?.[ANNOTATION_API_REGISTER_ID];
    if (entity.kind !== 'Component' || !id) return entity;
    const component = getCompoundEntityRef(entity);
    const api = {
      kind: 'API',
      namespace: REGISTER_NAMESPACE,
      name: buildRegisteredApiName(id),
    };
    emit(
      processingResult.relation({
        source: component,
        type: RELATION_PROVIDES_API,
        target: api,
      }),
    );
    emit(
      processingResult.relation({
        source: api,
        type: RELATION_API_PROVIDED_BY,
        target: component,
      }),
    );
    return entity;
  }
}
