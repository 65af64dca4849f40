import type { Entity } from '@backstage/catalog-model';
import type { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import type {
  SourceItemRecord,
  SourceItemStore,
} from '../database/SourceItemStore';
import { buildArchivedEntity } from '../domain/archive';
import { toBatches } from '../readers/batches';

/** @internal */
export interface CatalogWriterOptions {
  sourceId: string;
  connection: Pick<EntityProviderConnection, 'applyMutation'>;
  store: SourceItemStore;
}

/**
 * Writes the entities of a source to the catalog, as deltas of at most a batch:
 * the catalog does each in one transaction.
 *
 * @internal
 */
export class CatalogWriter {
  constructor(private readonly options: CatalogWriterOptions) {}

  async write(items: { entity: Entity; locationKey: string }[]): Promise<void> {
    if (items.length === 0) return;
    await this.options.connection.applyMutation({
      type: 'delta',
      added: items.map(({ entity, locationKey }) => ({ entity, locationKey })),
      removed: [],
    });
  }

  /** Also forgets them. Returns how many. */
  async remove(
    items: Pick<SourceItemRecord, 'itemId' | 'entityRef' | 'locationKey'>[],
  ): Promise<number> {
    if (items.length === 0) return 0;
    const { connection, store, sourceId } = this.options;
    await connection.applyMutation({
      type: 'delta',
      added: [],
      removed: items.map(({ entityRef, locationKey }) => ({
        entityRef,
        locationKey,
      })),
    });
    const itemIds = items.map(({ itemId }) => itemId);
    await store.deleteItems(sourceId, itemIds);
    return items.length;
  }

  /** Marks entities as gone from the source. Returns how many. */
  async archive(itemIds: string[], now: Date): Promise<number> {
    const { store, sourceId } = this.options;
    for (const part of toBatches(itemIds)) {
      const items = await store.getEntities(sourceId, part);
      await this.write(
        items.map(({ entity, locationKey, missingSince }) => ({
          entity: buildArchivedEntity(entity, missingSince ?? now),
          locationKey,
        })),
      );
      await store.markArchived(sourceId, part, now);
    }
    return itemIds.length;
  }
}
