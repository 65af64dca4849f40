import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { Client } from 'pg';
import { isPortFree } from '../network/ports.ts';
import { isRunning, readProcessIdentity } from '../process/identity.ts';
import { startPostgres, type RunningPostgres } from './startPostgres.ts';

const dir = mkdtempSync(join(tmpdir(), 'nerds-postgres-'));
// PostgreSQL's own account must get in when the tests run as root
chmodSync(dir, 0o755);
after(() => rmSync(dir, { recursive: true, force: true }));

async function query(
  server: RunningPostgres,
  text: string,
): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: server.url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

describe('startPostgres', () => {
  it('keeps its data over a stop and over a kill -9, and leaves no process', async () => {
    const first = await startPostgres({ dir });
    assert.match(
      String((await query(first, 'SELECT version()'))[0].version),
      /^PostgreSQL 18/,
    );
    assert.deepEqual(await query(first, 'SHOW server_encoding'), [
      { server_encoding: 'UTF8' },
    ]);
    await query(first, 'CREATE TABLE kept (word text)');
    await query(first, `INSERT INTO kept VALUES ('één')`);
    await first.stop();
    assert.ok(await isPortFree(first.port));

    const second = await startPostgres({ dir, port: first.port });
    await query(second, `INSERT INTO kept VALUES ('twee')`);
    const identity = readProcessIdentity(second.pid);
    process.kill(second.pid, 'SIGKILL');
    while (isRunning(identity)) {
      await new Promise(resolve => {
        setTimeout(resolve, 20);
      });
    }

    const third = await startPostgres({ dir, port: first.port });
    assert.deepEqual(await query(third, 'SELECT word FROM kept ORDER BY 1'), [
      { word: 'twee' },
      { word: 'één' },
    ]);
    await third.stop();
  });

  it('takes over from a server that was left running without its supervisor', async () => {
    const orphan = await startPostgres({ dir });
    const heir = await startPostgres({ dir });
    assert.notEqual(heir.pid, orphan.pid);
    assert.equal((await query(heir, 'SELECT word FROM kept')).length, 2);
    await heir.stop();
  });

  it('asks for the password and never shows it to ps', async () => {
    const server = await startPostgres({ dir });
    try {
      const client = new Client({
        connectionString: server.url.replace(server.password, 'wrong'),
      });
      await assert.rejects(client.connect(), /password authentication failed/);
      assert.doesNotMatch(
        readFileSync(`/proc/${server.pid}/cmdline`, 'utf8'),
        new RegExp(server.password),
      );
    } finally {
      await server.stop();
    }
  });
});
