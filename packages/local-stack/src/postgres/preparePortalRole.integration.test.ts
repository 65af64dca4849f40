import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { SecretFiles } from '../state/secrets.ts';
import { preparePortalRole } from './preparePortalRole.ts';
import { toDatabaseUrl, withClient } from './runSql.ts';
import {
  startPostgres,
  type PostgresConnection,
  type RunningPostgres,
} from './startPostgres.ts';

const dir = mkdtempSync(join(tmpdir(), 'nerds-portal-role-'));
// PostgreSQL's own account must get in when the tests run as root
chmodSync(dir, 0o755);
const secrets = new SecretFiles(join(dir, 'secrets'));
let server: RunningPostgres;

before(async () => {
  server = await startPostgres({ dir, durable: false });
});
after(async () => {
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** A database as the portal made it when it connected as the superuser. */
const OLD_CONTENT = `
  CREATE EXTENSION pg_trgm;
  CREATE TYPE state AS ENUM ('on', 'off');
  CREATE DOMAIN label AS text CHECK (value <> '');
  CREATE TYPE pair AS (a int, b int);
  CREATE TABLE things (id serial PRIMARY KEY, word label, state state);
  CREATE TABLE parts (
    id int GENERATED ALWAYS AS IDENTITY,
    thing int REFERENCES things ON DELETE CASCADE
  );
  CREATE INDEX things_word ON things USING gin ((word::text) gin_trgm_ops);
  CREATE SEQUENCE counter;
  CREATE VIEW words AS SELECT word FROM things;
  CREATE MATERIALIZED VIEW count AS SELECT count(*) FROM things;
  CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
  CREATE TRIGGER touch BEFORE UPDATE ON things FOR EACH ROW EXECUTE FUNCTION touch();
  CREATE SCHEMA "Odd Name";
  CREATE TABLE "Odd Name"."Odd table" (id int);
  INSERT INTO things (word, state) VALUES ('één', 'on'), ('twee', 'off');
  INSERT INTO parts (thing) VALUES (1);`;

/** Needs to be the owner of everything in it. */
const NEW_MIGRATION = `
  ALTER TYPE state ADD VALUE 'perhaps';
  ALTER DOMAIN label ADD CHECK (length(value) < 100);
  ALTER TYPE pair ADD ATTRIBUTE c int;
  ALTER TABLE things ADD COLUMN more text;
  ALTER TABLE parts ADD COLUMN more text;
  DROP INDEX things_word;
  ALTER SEQUENCE counter RESTART;
  ALTER SEQUENCE things_id_seq INCREMENT 1;
  CREATE OR REPLACE VIEW words AS SELECT word FROM things WHERE id > 0;
  REFRESH MATERIALIZED VIEW count;
  CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
  ALTER TABLE "Odd Name"."Odd table" ADD COLUMN more text;
  CREATE TABLE "Odd Name".another (id int);
  CREATE TABLE another (id int);
  INSERT INTO things (word) VALUES ('drie');`;

describe('the role of the portal', () => {
  let portal: PostgresConnection;

  it('gets the databases of before, with everything in them', async () => {
    const old = toDatabaseUrl(server.url, 'backstage_plugin_old');
    await withClient(server.url, async client => {
      await client.query('CREATE DATABASE backstage_plugin_old');
      await client.query('CREATE DATABASE somebody_elses');
    });
    await withClient(old, client => client.query(OLD_CONTENT));

    portal = await preparePortalRole(server, secrets);
    await withClient(
      toDatabaseUrl(portal.url, 'backstage_plugin_old'),
      async client => {
        await client.query(NEW_MIGRATION);
        const { rows } = await client.query(
          'SELECT word FROM words ORDER BY word',
        );
        assert.deepEqual(rows, [
          { word: 'drie' },
          { word: 'twee' },
          { word: 'één' },
        ]);
      },
    );
    const { rows } = await withClient(server.url, client =>
      client.query(
        `SELECT datname, datdba::regrole::text AS owner FROM pg_database
           WHERE datname IN ('backstage_plugin_old', 'somebody_elses') ORDER BY 1`,
      ),
    );
    assert.deepEqual(rows, [
      { datname: 'backstage_plugin_old', owner: 'nerds_portal' },
      { datname: 'somebody_elses', owner: server.user },
    ]);
  });

  it('stays the same at the next start', async () => {
    assert.deepEqual(await preparePortalRole(server, secrets), portal);
  });

  it('may make databases, and nothing that a superuser may', async () => {
    await withClient(portal.url, async client => {
      await client.query('CREATE DATABASE backstage_plugin_new');
      for (const statement of [
        'CREATE ROLE another SUPERUSER',
        `ALTER ROLE nerds_portal SUPERUSER`,
        `ALTER ROLE ${server.user} PASSWORD 'x'`,
        'DROP DATABASE somebody_elses',
        `COPY (SELECT 1) TO PROGRAM 'cat'`,
        `SELECT pg_read_file('/etc/passwd')`,
      ]) {
        await assert.rejects(
          client.query(statement),
          { code: '42501' },
          statement,
        );
      }
    });
  });
});
