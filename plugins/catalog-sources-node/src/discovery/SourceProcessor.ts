import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  locationSpecToLocationEntity,
  type CatalogProcessor,
  type CatalogProcessorEmit,
  type LocationSpec,
} from '@backstage/plugin-catalog-node';
import { findStockSource } from './findStockSource';
import type { ProvidedEntities } from './ProvidedEntities';
import { markEntity } from './markSource';

/**
 * Says of every entity in a repository that was discovered which source has
 * discovered it, whatever its file says about that.
 *
 * @internal
 */
export class SourceProcessor implements CatalogProcessor {
  constructor(
    private readonly providerName: string,
    private readonly entities: ProvidedEntities,
  ) {}

  getProcessorName(): string {
    return `catalog-sources:${this.providerName}`;
  }

  async preProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    _emit: CatalogProcessorEmit,
    originLocation: LocationSpec,
  ): Promise<Entity> {
    if (originLocation.type !== 'url') return entity;
    const origin = locationSpecToLocationEntity({ location: originLocation });
    const provider = await this.entities.findProvider(
      stringifyEntityRef(origin),
    );
    const source = provider && findStockSource(provider);
    return source ? markEntity(entity, source.id) : entity;
  }
}
