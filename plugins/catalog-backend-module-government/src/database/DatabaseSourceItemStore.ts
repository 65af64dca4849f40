import type { Knex } from 'knex';
import type { UnseenItem } from '../domain/archive';
import type {
  SeenItem,
  SourceItemRecord,
  SourceItemStore,
  StoredEntity,
} from './SourceItemStore';

const ITEMS = 'government_items';

interface DbItemRow {
  source_id: string;
  item_id: string;
  entity_ref: string;
  location_key: string;
  fingerprint: string;
  entity_hash: string;
  entity: string;
  on_vanish: 'archive' | 'remove';
  first_seen_at: Date;
  last_seen_at: Date;
  checked_at: Date;
  missing_since: Date | null;
  archived_at: Date | null;
}

/** All but the entity, which is large. */
const RECORD_COLUMNS = [
  'item_id',
  'entity_ref',
  'location_key',
  'fingerprint',
  'entity_hash',
  'on_vanish',
  'checked_at',
  'missing_since',
  'archived_at',
] as const;

function toRecord(
  row: Pick<DbItemRow, (typeof RECORD_COLUMNS)[number]>,
): SourceItemRecord {
  return {
    itemId: row.item_id,
    entityRef: row.entity_ref,
    locationKey: row.location_key,
    fingerprint: row.fingerprint,
    entityHash: row.entity_hash,
    onVanish: row.on_vanish,
    checkedAt: row.checked_at,
    missingSince: row.missing_since ?? undefined,
    archivedAt: row.archived_at ?? undefined,
  };
}

/** The items of the sources in the catalog's PostgreSQL. @internal */
export class DatabaseSourceItemStore implements SourceItemStore {
  constructor(private readonly knex: Knex) {}

  async getItems(
    sourceId: string,
    itemIds: string[],
  ): Promise<Map<string, SourceItemRecord>> {
    const rows = await this.#items(sourceId, itemIds).select(...RECORD_COLUMNS);
    return new Map(rows.map(row => [row.item_id, toRecord(row)]));
  }

  async getEntities(
    sourceId: string,
    itemIds: string[],
  ): Promise<StoredEntity[]> {
    const rows = await this.#items(sourceId, itemIds).select(
      'item_id',
      'entity_ref',
      'location_key',
      'missing_since',
      'entity',
    );
    return rows.map(row => ({
      itemId: row.item_id,
      entityRef: row.entity_ref,
      locationKey: row.location_key,
      missingSince: row.missing_since ?? undefined,
      entity: JSON.parse(row.entity),
    }));
  }

  async saveItems(
    sourceId: string,
    items: SeenItem[],
    now: Date,
  ): Promise<void> {
    if (items.length === 0) return;
    await this.knex(ITEMS)
      .insert(
        items.map(item => ({
          source_id: sourceId,
          item_id: item.itemId,
          entity_ref: item.entityRef,
          location_key: item.locationKey,
          fingerprint: item.fingerprint,
          entity_hash: item.entityHash,
          entity: JSON.stringify(item.entity),
          on_vanish: item.onVanish,
          first_seen_at: now,
          last_seen_at: now,
          checked_at: now,
          missing_since: null,
          archived_at: null,
        })),
      )
      .onConflict(['source_id', 'item_id'])
      .merge([
        'entity_ref',
        'location_key',
        'fingerprint',
        'entity_hash',
        'entity',
        'on_vanish',
        'last_seen_at',
        'checked_at',
        'missing_since',
        'archived_at',
      ]);
  }

  async touchItems(
    sourceId: string,
    itemIds: string[],
    options: { now: Date; checked: boolean },
  ): Promise<void> {
    if (itemIds.length === 0) return;
    await this.#items(sourceId, itemIds).update({
      last_seen_at: options.now,
      missing_since: null,
      ...(options.checked && { checked_at: options.now }),
    });
  }

  async countPresent(sourceId: string): Promise<number> {
    const [{ count }] = await this.knex<DbItemRow>(ITEMS)
      .where({ source_id: sourceId, missing_since: null })
      .count<{ count: string }[]>();
    return Number(count);
  }

  async listUnseenSince(sourceId: string, time: Date): Promise<UnseenItem[]> {
    const rows = await this.knex<DbItemRow>(ITEMS)
      .where({ source_id: sourceId })
      .where('last_seen_at', '<', time)
      .select(...RECORD_COLUMNS);
    return rows.map(toRecord);
  }

  async markMissing(
    sourceId: string,
    itemIds: string[],
    now: Date,
  ): Promise<void> {
    await this.#items(sourceId, itemIds).update({ missing_since: now });
  }

  async markArchived(
    sourceId: string,
    itemIds: string[],
    now: Date,
  ): Promise<void> {
    await this.#items(sourceId, itemIds).update({ archived_at: now });
  }

  async deleteItems(sourceId: string, itemIds: string[]): Promise<void> {
    await this.#items(sourceId, itemIds).delete();
  }

  async keepSources(sourceIds: string[]): Promise<void> {
    for (const table of [ITEMS, 'government_responses']) {
      await this.knex(table).whereNotIn('source_id', sourceIds).delete();
    }
  }

  /** One parameter however many there are: a query has room for 65,535. */
  #items(sourceId: string, itemIds: string[]) {
    return this.knex<DbItemRow>(ITEMS)
      .where({ source_id: sourceId })
      .whereRaw('item_id = ANY(?)', [itemIds]);
  }
}
