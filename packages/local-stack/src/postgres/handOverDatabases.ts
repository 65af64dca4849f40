import { toDatabaseUrl, withClient } from './runSql.ts';

/** What Backstage calls the database of a plugin. */
const PLUGIN_DATABASES = 'backstage\\_plugin\\_%';

/**
 * Gives the role everything in this database that is the caller's. REASSIGN
 * OWNED would do it, were the caller not the first superuser, who owns
 * PostgreSQL's own things too. What belongs to an extension, or follows the
 * table it belongs to (a sequence of a column), is left alone.
 */
const HAND_OVER_CONTENT = `
  DO $$
  DECLARE
    heir text := current_setting('nerds.heir');
    statement text;
  BEGIN
    FOR statement IN
      SELECT format('ALTER SCHEMA %I OWNER TO %I', n.nspname, heir)
        FROM pg_namespace n
        WHERE n.nspowner = current_user::regrole
          AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      UNION ALL
      SELECT format('ALTER %s %s OWNER TO %I', kinds.keyword, c.oid::regclass, heir)
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN (VALUES ('r', 'TABLE'), ('p', 'TABLE'), ('f', 'FOREIGN TABLE'),
                     ('v', 'VIEW'), ('m', 'MATERIALIZED VIEW'), ('S', 'SEQUENCE'),
                     ('c', 'TYPE')) AS kinds (relkind, keyword) ON kinds.relkind = c.relkind::text
        WHERE c.relowner = current_user::regrole
          AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
          AND NOT EXISTS (
            SELECT FROM pg_depend d
              WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                AND (d.deptype = 'e' OR (c.relkind = 'S' AND d.deptype IN ('a', 'i'))))
      UNION ALL
      SELECT format('ALTER ROUTINE %s OWNER TO %I', p.oid::regprocedure, heir)
        FROM pg_proc p
        JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE p.proowner = current_user::regrole
          AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
          AND NOT EXISTS (
            SELECT FROM pg_depend d
              WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
                AND d.deptype IN ('e', 'i'))
      UNION ALL
      SELECT format('ALTER %s %s OWNER TO %I',
                    CASE t.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, t.oid::regtype, heir)
        FROM pg_type t
        JOIN pg_namespace n ON n.oid = t.typnamespace
        WHERE t.typowner = current_user::regrole AND t.typtype IN ('e', 'd', 'r')
          AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
          AND NOT EXISTS (
            SELECT FROM pg_depend d
              WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
    LOOP
      EXECUTE statement;
    END LOOP;
  END $$`;

/**
 * Gives a role the databases of the portal's plugins that are not its own yet.
 *
 * @remarks
 * The database itself goes last: one that was handed over half-way, because
 * the machine stopped, is still the superuser's and is done again.
 *
 * @internal
 */
export async function handOverDatabases(
  superuserUrl: string,
  role: string,
): Promise<void> {
  const databases = await withClient(superuserUrl, async client => {
    const { rows } = await client.query<{ datname: string }>(
      `SELECT datname FROM pg_database
         WHERE datname LIKE $1 AND datdba <> $2::regrole ORDER BY datname`,
      [PLUGIN_DATABASES, role],
    );
    return rows.map(({ datname }) => datname);
  });
  for (const database of databases) {
    await withClient(toDatabaseUrl(superuserUrl, database), async client => {
      await client.query('BEGIN');
      await client.query(`SELECT set_config('nerds.heir', $1, true)`, [role]);
      await client.query(HAND_OVER_CONTENT);
      await client.query(
        `ALTER DATABASE ${client.escapeIdentifier(
          database,
        )} OWNER TO ${client.escapeIdentifier(role)}`,
      );
      await client.query('COMMIT');
    });
  }
}
