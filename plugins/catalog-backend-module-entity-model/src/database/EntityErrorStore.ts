import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { toOwnerRef } from '../domain/toOwnerRef';

/** An entity with errors, and whose it is. @internal */
export interface OwnedEntity {
  entityId: string;
  entityRef: string;
  /** Entity ref; absent when it cannot be read. */
  owner?: string;
}

/** What is kept of an entity with errors. @internal */
export interface EntityErrorRecord {
  entityId: string;
  entity: Entity;
  /** JSON, as the catalog keeps it. */
  errors: string;
  lastSeenAt: Date;
  isInCatalog: boolean;
}

interface StateRow {
  entity_id: string;
  entity_ref: string;
  unprocessed_entity: string;
}

interface ErrorRow extends StateRow {
  errors: string;
  last_discovery_at: Date;
  is_in_catalog: boolean;
}

/** So that a register with thousands of errors does not fill the memory. */
const BATCH_SIZE = 500;

/**
 * Reads in the tables of the catalog what it could not take over.
 *
 * @remarks
 * The API of the catalog only knows entities that came in at least once, and
 * Backstage's own list of the others is not cut off by who owns them. This reads
 * the columns that `DefaultProcessingDatabase` of
 * `@backstage/plugin-catalog-backend` 4.0 writes, and writes nothing.
 *
 * @internal
 */
export class EntityErrorStore {
  constructor(private readonly knex: Knex) {}

  /** Everything with errors, by entity ref. */
  async listOwned(): Promise<OwnedEntity[]> {
    const found: OwnedEntity[] = [];
    let rows: StateRow[];
    do {
      rows = await this.#withErrors()
        .where('entity_ref', '>', found.at(-1)?.entityRef ?? '')
        .orderBy('entity_ref')
        .limit(BATCH_SIZE)
        .select('entity_id', 'entity_ref', 'unprocessed_entity');
      found.push(...rows.map(toOwnedEntity));
    } while (rows.length === BATCH_SIZE);
    return found;
  }

  /** Those that still have errors, by id. */
  async read(entityIds: string[]): Promise<Map<string, EntityErrorRecord>> {
    const rows: ErrorRow[] = await this.#withErrors()
      .leftJoin(
        'final_entities',
        'final_entities.entity_id',
        'refresh_state.entity_id',
      )
      .whereIn('refresh_state.entity_id', entityIds)
      .select(
        'refresh_state.entity_id',
        'unprocessed_entity',
        'errors',
        'last_discovery_at',
        this.knex.raw('final_entity is not null as is_in_catalog'),
      );
    return new Map(rows.map(row => [row.entity_id, toRecord(row)]));
  }

  #withErrors() {
    return this.knex('refresh_state')
      .whereNotNull('errors')
      .whereNotIn('errors', ['', '[]']);
  }
}

function toOwnedEntity(row: StateRow): OwnedEntity {
  return {
    entityId: row.entity_id,
    entityRef: row.entity_ref,
    owner: toOwnerRef(JSON.parse(row.unprocessed_entity)),
  };
}

function toRecord(row: ErrorRow): EntityErrorRecord {
  return {
    entityId: row.entity_id,
    entity: JSON.parse(row.unprocessed_entity),
    errors: row.errors,
    lastSeenAt: row.last_discovery_at,
    isInCatalog: row.is_in_catalog,
  };
}
