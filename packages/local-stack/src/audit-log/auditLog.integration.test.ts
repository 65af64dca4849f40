import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { preparePortalRole } from '../postgres/preparePortalRole.ts';
import { toDatabaseUrl, withClient } from '../postgres/runSql.ts';
import {
  startPostgres,
  type RunningPostgres,
} from '../postgres/startPostgres.ts';
import { runCommand } from '../process/runCommand.ts';
import { SecretFiles } from '../state/secrets.ts';
import { repositoryRoot } from '../paths.ts';
import { setUpAuditLog } from './setUpAuditLog.ts';
import { verifyChain, type ExpectedEvent } from './verifyChain.ts';

const dir = mkdtempSync(join(tmpdir(), 'nerds-audit-log-'));
// PostgreSQL's own account must get in when the tests run as root
chmodSync(dir, 0o755);
let server: RunningPostgres;
let portalUrl: string;
let dbaUrl: string;
let database: string;
let count = 0;

before(async () => {
  server = await startPostgres({ dir, durable: false });
  const secrets = new SecretFiles(join(dir, 'secrets'));
  portalUrl = (await preparePortalRole(server, secrets)).url;
  // the first of all, so that it makes the owner's role too
  dbaUrl = await createAdministrator();
  const options = { role: 'nerds_portal', database: 'audit_log_dba' };
  await setUpAuditLog(dbaUrl, options);
});
after(async () => {
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** May make roles and databases, and is no superuser. */
async function createAdministrator(): Promise<string> {
  await withClient(server.url, client =>
    client.query(`CREATE ROLE dba LOGIN CREATEDB CREATEROLE PASSWORD 'dba'`),
  );
  const url = new URL(server.url);
  url.username = 'dba';
  url.password = 'dba';
  return url.href;
}

function buildEvent(number: number): object {
  return {
    act: 'free-tier.cluster-create',
    object: number === 3 ? '=HYPERLINK("http://x")' : `cluster:${number}`,
    result: 'succeeded',
    origin: { address: '192.0.2.1', path: '/api/free-tier/v1/clusters' },
    actor: 'user:default/sanne',
    at: '2026-12-01T09:00:00.000Z',
    severity: 'medium',
    plugin: 'free-tier',
    teams: ['group:default/a', 'group:default/b'],
  };
}

const asPortal = () => toDatabaseUrl(portalUrl, database);
const asSuperuser = () => toDatabaseUrl(server.url, database);
const verify = (expected?: ExpectedEvent) =>
  withClient(asPortal(), client => verifyChain(client, expected));

async function append(number: number): Promise<void> {
  await withClient(asPortal(), client =>
    client.query('SELECT audit.append($1)', [buildEvent(number)]),
  );
}

/** As somebody who may do anything with the database. */
async function tamper(statement: string): Promise<void> {
  await withClient(asSuperuser(), client =>
    client.query(`ALTER TABLE audit.events DISABLE TRIGGER ALL; ${statement}`),
  );
}

function runAudit(...args: string[]) {
  return runCommand(join(repositoryRoot, 'nerds'), ['audit', ...args], {
    env: process.env,
  });
}

beforeEach(async () => {
  count += 1;
  database = `audit_log_${count}`;
  await setUpAuditLog(server.url, { role: 'nerds_portal', database });
  for (let number = 1; number <= 5; number += 1) {
    await append(number);
  }
});

describe('the chain of the audit log', () => {
  it('is intact as the portal wrote it, and when it is empty', async () => {
    const report = await verify();
    assert.equal(report.state, 'intact');
    assert.ok(report.state === 'intact');
    assert.equal(report.checkedCount, 5);
    const { last } = report;
    await append(6);
    assert.equal((await verify(last)).state, 'intact');

    database = 'audit_log_empty';
    await setUpAuditLog(server.url, { role: 'nerds_portal', database });
    assert.deepEqual(await verify(), {
      state: 'intact',
      checkedCount: 0,
      last: { sequence: 0, hash: '0'.repeat(64) },
    });
  });

  const CASES: [what: string, statement: string, brokenAt: number][] = [
    [
      'an event that was changed',
      `UPDATE audit.events SET payload = jsonb_set(payload, '{actor}', '"user:default/jan"') WHERE sequence = 2`,
      2,
    ],
    [
      'an event that was changed together with its hash',
      `UPDATE audit.events SET payload = payload || '{"actor":"x"}' WHERE sequence = 2;
       UPDATE audit.events e SET hash = encode(sha256(convert_to(p.hash || ':2:' || e.payload::text, 'UTF8')), 'hex')
         FROM audit.events p WHERE p.sequence = 1 AND e.sequence = 2`,
      3,
    ],
    [
      'an event that was taken out of the middle',
      'DELETE FROM audit.events WHERE sequence = 3',
      3,
    ],
    [
      'the first event taken off',
      'DELETE FROM audit.events WHERE sequence = 1',
      1,
    ],
    [
      'the last event taken off',
      'DELETE FROM audit.events WHERE sequence = 5',
      5,
    ],
    [
      'two events that changed places',
      `UPDATE audit.events SET sequence = 99 WHERE sequence = 2;
       UPDATE audit.events SET sequence = 2 WHERE sequence = 3;
       UPDATE audit.events SET sequence = 3 WHERE sequence = 99`,
      2,
    ],
    [
      'a beginning that was taken off as if it had expired, with a hash made up',
      `UPDATE audit.chain SET anchor_sequence = 2, anchor_hash = repeat('a', 64);
       DELETE FROM audit.events WHERE sequence <= 2`,
      3,
    ],
  ];
  for (const [what, statement, brokenAt] of CASES) {
    it(`shows ${what}`, async () => {
      await tamper(statement);
      const report = await verify();
      assert.equal(report.state, 'broken');
      assert.ok(report.state === 'broken');
      assert.equal(report.brokenAt, brokenAt);
    });
  }

  it('shows an end that was taken off together with the head to who kept the hash', async () => {
    const report = await verify();
    assert.ok(report.state === 'intact');
    await tamper(
      `DELETE FROM audit.events WHERE sequence = 5;
       UPDATE audit.chain SET head_sequence = 4,
         head_hash = (SELECT hash FROM audit.events WHERE sequence = 4)`,
    );
    assert.equal((await verify()).state, 'intact');
    const compared = await verify(report.last);
    assert.ok(compared.state === 'broken');
    assert.equal(compared.brokenAt, 5);
  });

  it('is still one chain after events have expired', async () => {
    const before5 = await verify();
    assert.ok(before5.state === 'intact');
    // the chain is made in the past, so that it is old and intact
    await tamper(
      `UPDATE audit.events SET payload = jsonb_set(payload, '{recordedAt}', '"2020-01-01T00:00:00.000000Z"')
         WHERE sequence <= 3;
       DO $$
       DECLARE previous text := repeat('0', 64); e record;
       BEGIN
         FOR e IN SELECT sequence, payload FROM audit.events ORDER BY sequence LOOP
           previous := encode(sha256(convert_to(previous || ':' || e.sequence || ':' || e.payload::text, 'UTF8')), 'hex');
           UPDATE audit.events SET hash = previous WHERE sequence = e.sequence;
         END LOOP;
         UPDATE audit.chain SET head_hash = previous;
       END $$`,
    );
    const { rows } = await withClient(asPortal(), client =>
      client.query('SELECT audit.expire() AS expired'),
    );
    assert.deepEqual(rows, [{ expired: '3' }]);
    const report = await verify();
    assert.ok(report.state === 'intact');
    assert.equal(report.checkedCount, 2);
    await assert.rejects(
      verify({ sequence: 1, hash: '0'.repeat(64) }),
      /Event 1 has expired/,
    );
    // a chain that was made anew is intact, except to who kept a hash
    assert.equal((await verify(before5.last)).state, 'broken');
  });
});

describe('./nerds audit', () => {
  it('says with its exit code whether the chain is intact', async () => {
    const intact = await runAudit('verify', '--database-url', asPortal());
    assert.match(intact.output, /intact: 5 events checked/);
    assert.equal(intact.exitCode, 0);
    const expect = /--expect (\S+)/.exec(intact.output)?.[1];
    assert.ok(expect);
    await tamper(
      `UPDATE audit.events SET payload = payload || '{"actor":"x"}' WHERE sequence = 4`,
    );
    const broken = await runAudit(
      'verify',
      '--database-url',
      asPortal(),
      '--expect',
      expect,
    );
    assert.match(broken.output, /NOT intact at event 4/);
    assert.equal(broken.exitCode, 1);
  });

  it('exports lines that a program reads, and cells that a spreadsheet takes for text', async () => {
    const jsonl = await runAudit(
      'export',
      '--format',
      'jsonl',
      '--database-url',
      asPortal(),
    );
    const events = jsonl.output
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    assert.equal(events.length, 5);
    assert.equal(events[4].sequence, 5);
    assert.match(events[4].hash, /^[0-9a-f]{64}$/);
    const csv = await runAudit(
      'export',
      '--format',
      'csv',
      '--database-url',
      asPortal(),
    );
    const lines = csv.output.trim().split('\r\n');
    assert.equal(lines.length, 6);
    assert.match(lines[3], /"'=HYPERLINK\(""http:\/\/x""\)"/);
    assert.match(lines[1], /"group:default\/a group:default\/b"/);
  });

  it('sets up for somebody who may make roles and databases and is no superuser', async () => {
    const args = [
      'setup',
      '--database-url',
      dbaUrl,
      '--database',
      'audit_log_dba',
    ];
    const first = await runAudit(...args, '--retention-days', '365');
    assert.equal(first.exitCode, 0, first.output);
    const again = await runAudit(...args);
    assert.equal(again.exitCode, 0, again.output);
    database = 'audit_log_dba';
    await append(1);
    assert.equal((await verify()).state, 'intact');
  });

  it('says what is wrong with what it was given', async () => {
    for (const [args, message] of [
      [[], /Usage/],
      [['verify', '--expect', 'x'], /--expect takes/],
      [['export', '--format', 'xml'], /Usage/],
      [['setup'], /Usage/],
      [
        ['setup', '--database-url', server.url, '--retention-days', '0'],
        /takes a number/,
      ],
      [
        ['setup', '--database-url', server.url, '--role', 'nobody-here'],
        /does not exist/,
      ],
      [
        ['verify', '--database-url', toDatabaseUrl(server.url, 'none')],
        /does not exist/,
      ],
    ] as [string[], RegExp][]) {
      const { exitCode, output } = await runAudit(...args);
      assert.notEqual(exitCode, 0);
      assert.match(output, message);
    }
  });
});
