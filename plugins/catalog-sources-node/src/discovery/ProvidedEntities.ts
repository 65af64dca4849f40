import {
  ANNOTATION_LOCATION,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { ItemError } from '@nerds/plugin-catalog-sources-common';
import type { Knex } from 'knex';

/** What a provider has in the catalog: a hash of its content by entity ref. @internal */
export type ProvidedState = Map<string, string>;

interface StateRow {
  entity_ref: string;
  unprocessed_hash: string | null;
}

interface TreeRow {
  unprocessed_entity: string;
  errors: string | null;
}

/** Everything of a provider: what it gave, and what was read behind that. */
const TREE = `
  with recursive tree (entity_ref) as (
    select target_entity_ref from refresh_state_references where source_key = ?
    union
    select child.target_entity_ref from refresh_state_references child
      join tree on child.source_entity_ref = tree.entity_ref
  )`;

/**
 * Reads in the tables of the catalog what a provider has there.
 *
 * @remarks
 * The catalog tells a provider neither what it has nor what an update changed,
 * and its API does not know of providers. This reads the columns from which the
 * catalog works out an update itself (`DefaultProviderDatabase` of
 * `@backstage/plugin-catalog-backend` 4.0), and writes nothing.
 *
 * @internal
 */
export class ProvidedEntities {
  constructor(private readonly knex: Knex) {}

  async read(providerName: string): Promise<ProvidedState> {
    const rows: StateRow[] = await this.knex('refresh_state_references')
      .join('refresh_state', {
        'refresh_state.entity_ref':
          'refresh_state_references.target_entity_ref',
      })
      .where('refresh_state_references.source_key', providerName)
      .select('refresh_state.entity_ref', 'refresh_state.unprocessed_hash');
    return new Map(
      rows.map(row => [row.entity_ref, row.unprocessed_hash ?? '']),
    );
  }

  /** The name of the provider that gave this entity itself to the catalog. */
  async findProvider(entityRef: string): Promise<string | undefined> {
    const row = await this.knex('refresh_state_references')
      .where('target_entity_ref', entityRef)
      .whereNotNull('source_key')
      .first('source_key');
    return row?.source_key;
  }

  /** Whether there is something that the catalog has not looked at once. */
  async hasUnread(providerName: string): Promise<boolean> {
    const { rows } = await this.knex.raw(
      `${TREE} select 1 from refresh_state
        join tree using (entity_ref) where result_hash is null limit 1`,
      [providerName],
    );
    return rows.length > 0;
  }

  /** What was wrong when the catalog last looked, at most `limit` of it. */
  async listErrors(providerName: string, limit: number): Promise<ItemError[]> {
    const { rows } = await this.knex.raw(
      `${TREE} select unprocessed_entity, errors from refresh_state
        join tree using (entity_ref)
        where errors is not null and errors not in ('', '[]')
        order by entity_ref limit ?`,
      [providerName, limit],
    );
    return rows.map(toItemError);
  }
}

function toItemError({ unprocessed_entity, errors }: TreeRow): ItemError {
  const entity: Entity = JSON.parse(unprocessed_entity);
  const itemUrl = findUrl(entity);
  const isLocation = entity.kind === 'Location';
  const all: { message?: unknown }[] = JSON.parse(errors ?? '[]');
  const message = all.map(error => String(error.message)).join('\n');
  return {
    itemId: isLocation && itemUrl ? itemUrl : stringifyEntityRef(entity),
    itemUrl,
    message: { nl: message, en: message },
  };
}

/** Where somebody who wants to repair it has to look. */
function findUrl(entity: Entity): string | undefined {
  const target = entity.kind === 'Location' && entity.spec?.target;
  if (typeof target === 'string') return target;
  const location = entity.metadata.annotations?.[ANNOTATION_LOCATION];
  return location?.startsWith('url:') ? location.slice(4) : undefined;
}
