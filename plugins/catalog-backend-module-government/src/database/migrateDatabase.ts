import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/**
 * Where knex notes what has been done. The database is the catalog's, which has
 * notes of its own under the usual name.
 *
 * @internal
 */
export const MIGRATIONS = {
  directory: resolvePackagePath(
    '@nerds/plugin-catalog-backend-module-government',
    'migrations',
  ),
  tableName: 'government_migrations',
};

/** Brings the tables of the module up to date. @internal */
export async function migrateDatabase(
  database: DatabaseService,
): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) await knex.migrate.latest(MIGRATIONS);
  return knex;
}
