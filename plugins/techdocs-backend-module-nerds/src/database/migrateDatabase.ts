import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** The database is that of TechDocs, which has no tables yet and may get some. */
const MIGRATIONS_TABLE = 'nerds_docs_migrations';

/** Brings the tables of this module up to date. @internal */
export async function migrateDatabase(
  database: DatabaseService,
): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@nerds/plugin-techdocs-backend-module-nerds',
        'migrations',
      ),
      tableName: MIGRATIONS_TABLE,
    });
  }
  return knex;
}
