import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/**
 * Brings the tables of the search up to date.
 *
 * @remarks
 * The migrations are on record in a table of their own: the database is that of
 * the search plugin, in which Backstage's own engine may have recorded others.
 *
 * @internal
 */
export async function migrateDatabase(
  database: DatabaseService,
): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@nerds/plugin-search-backend-module-nerds',
        'migrations',
      ),
      tableName: 'nerds_search_migrations',
    });
  }
  return knex;
}
