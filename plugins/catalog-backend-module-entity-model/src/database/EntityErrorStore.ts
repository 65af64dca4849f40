import { ANNOTATION_LOCATION, type Entity } from '@backstage/catalog-model';
import { toRepositoryUrl } from '@nerds/plugin-entity-model-common';
import type { Knex } from 'knex';

/** An entity with errors, as it stands in its file. @internal */
export interface FailedEntity {
  entityId: string;
  entityRef: string;
  entity: Entity;
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

/** Where the search of the catalog keeps the annotation. */
const LOCATION_KEY = `metadata.annotations.${ANNOTATION_LOCATION}`;

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

  /** Everything with errors, by entity ref, in batches. */
  async *listFailed(): AsyncGenerator<FailedEntity[]> {
    let rows: StateRow[] = [];
    do {
      rows = await this.#withErrors()
        .where('entity_ref', '>', rows.at(-1)?.entity_ref ?? '')
        .orderBy('entity_ref')
        .limit(BATCH_SIZE)
        .select('entity_id', 'entity_ref', 'unprocessed_entity');
      yield rows.map(row => ({
        entityId: row.entity_id,
        entityRef: row.entity_ref,
        entity: JSON.parse(row.unprocessed_entity),
      }));
    } while (rows.length === BATCH_SIZE);
  }

  /**
   * The owners, as entity refs, of everything that is in the catalog and came out
   * of a file in one of the repositories.
   *
   * @param repositories - see `toRepositoryUrl`
   */
  async listOwners(repositories: string[]): Promise<Map<string, Set<string>>> {
    const owners = new Map(repositories.map(url => [url, new Set<string>()]));
    for (let at = 0; at < repositories.length; at += BATCH_SIZE) {
      const rows = await this.#selectOwners(
        repositories.slice(at, at + BATCH_SIZE),
      );
      for (const { owner, location } of rows) {
        // The search knows no capitals, and a repository may differ in those.
        const repository = toRepositoryUrl(location.replace(/^url:/, ''));
        if (repository) owners.get(repository)?.add(owner);
      }
    }
    return owners;
  }

  #selectOwners(
    repositories: string[],
  ): Promise<{ owner: string; location: string }[]> {
    const prefixes = repositories.map(
      url => `url:${url.toLowerCase().replace(/[\\%_]/g, '\\$&')}/%`,
    );
    return this.knex('search as location')
      .join('search as owner', 'owner.entity_id', 'location.entity_id')
      .join('final_entities', 'final_entities.entity_id', 'location.entity_id')
      .where({ 'location.key': LOCATION_KEY, 'owner.key': 'relations.ownedby' })
      .whereRaw('location.value like any(?)', [prefixes])
      .distinct(
        'owner.value as owner',
        this.knex.raw(
          `final_entity::json -> 'metadata' -> 'annotations' ->> ? as location`,
          [ANNOTATION_LOCATION],
        ),
      );
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

function toRecord(row: ErrorRow): EntityErrorRecord {
  return {
    entityId: row.entity_id,
    entity: JSON.parse(row.unprocessed_entity),
    errors: row.errors,
    lastSeenAt: row.last_discovery_at,
    isInCatalog: row.is_in_catalog,
  };
}
