import { READABLE_BY_ANNOTATION } from '@nerds/plugin-access-common';
import type { Knex } from 'knex';

/** Name of the index, in the catalog's own database. @internal */
export const READER_INDEX = 'nerds_readable_by_idx';

/** How long writers of the catalog may be held up; past it, another start will do. */
const MAX_WAIT = '5s';

/**
 * Makes sure that the database finds who may see an entity in a small index.
 *
 * @remarks
 * The condition is part of every question to the catalog. Backstage's own indexes
 * hold every field of every entity: in a catalog of 25,000 they are a hundred times
 * larger, and PostgreSQL looks into them once for each reader instead of once.
 * An index of ours on a table of Backstage's changes nothing that it reads or writes.
 *
 * @throws the error of the database, for example when the table is not there
 * @internal
 */
export async function ensureReaderIndex(knex: Knex): Promise<void> {
  const { rows } = await knex.raw<{ rows: { exists: boolean }[] }>(
    'SELECT to_regclass(?) IS NOT NULL AS exists',
    [READER_INDEX],
  );
  if (rows[0].exists) return;
  const key = `metadata.annotations.${READABLE_BY_ANNOTATION}`;
  await knex.transaction(async trx => {
    await trx.raw(`SET LOCAL lock_timeout = '${MAX_WAIT}'`);
    // no bindings in a definition
    await trx.raw(
      `CREATE INDEX IF NOT EXISTS ${READER_INDEX}
       ON search (entity_id, value) WHERE key = '${key.toLowerCase()}'`,
    );
  });
}
