import { createHash } from 'node:crypto';
import {
  createTestAuditLog,
  setUpAuditLog,
  type TestAuditLog,
} from '../testUtils';

const EVENT = {
  act: 'free-tier.cluster-delete',
  object: 'cluster:1',
  result: 'succeeded',
  origin: { address: '192.0.2.1' },
  actor: 'user:default/sanne',
  at: '2026-12-01T09:00:00.000Z',
  severity: 'high',
  plugin: 'free-tier',
  correlationId: 'one',
  teams: ['group:default/burgerzaken'],
};

describe('the database of the audit log', () => {
  let log: TestAuditLog;
  const append = async (event: object = EVENT) => {
    const [row] = await log.query('portal', 'SELECT * FROM audit.append($1)', [
      JSON.stringify(event),
    ]);
    return row;
  };
  beforeAll(async () => {
    log = await createTestAuditLog();
  });
  afterAll(() => log.drop());

  it('gives events their place and their hash, also to many at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => append()));
    const rows = await log.query(
      'portal',
      'SELECT sequence, hash, payload::text AS payload, teams FROM audit.events ORDER BY sequence',
    );
    expect(rows.map(({ sequence }) => Number(sequence))).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    expect(rows[0].teams).toEqual(['group:default/burgerzaken']);
    let previous = '0'.repeat(64);
    for (const { sequence, hash, payload } of rows) {
      expect(hash).toBe(
        createHash('sha256')
          .update(`${previous}:${sequence}:${payload}`)
          .digest('hex'),
      );
      previous = String(hash);
    }
  });

  it('stores an event that is sent twice once', async () => {
    const event = { ...EVENT, id: '0c5dcb8d-30ed-4a11-a1b4-2e1c0c5dcb8d' };
    expect(await append(event)).toEqual(await append(event));
  });

  it('takes only what is an event', async () => {
    await expect(append({ ...EVENT, result: 'perhaps' })).rejects.toMatchObject(
      { code: '23514' },
    );
    await expect(append({ ...EVENT, act: undefined })).rejects.toMatchObject({
      code: '23502',
    });
    await expect(append({ ...EVENT, at: 'now' })).rejects.toMatchObject({
      code: '22007',
    });
    await expect(append([])).rejects.toMatchObject({ code: '22023' });
    await expect(
      append({ ...EVENT, details: { text: 'x'.repeat(70_000) } }),
    ).rejects.toMatchObject({ code: '22023' });
  });

  it.each([
    `UPDATE audit.events SET payload = '{}'`,
    `UPDATE audit.events SET hash = repeat('0', 64)`,
    `DELETE FROM audit.events`,
    `TRUNCATE audit.events`,
    `INSERT INTO audit.events (sequence, hash, payload) VALUES (999, repeat('0', 64), '{}')`,
    `DROP TABLE audit.events`,
    `ALTER TABLE audit.events DISABLE TRIGGER ALL`,
    `DROP TRIGGER events_append_only ON audit.events`,
    `UPDATE audit.chain SET head_sequence = 0`,
    `UPDATE audit.settings SET retention_days = 90`,
    `CREATE OR REPLACE FUNCTION audit.append(event jsonb, OUT event_sequence bigint, OUT event_hash text) LANGUAGE sql AS $$ SELECT 1, '' $$`,
    `CREATE TABLE audit.mine (id int)`,
    `CREATE TEMPORARY TABLE events (id int)`,
    `DROP SCHEMA audit CASCADE`,
    `SET ROLE nerds_audit_owner`,
    `GRANT nerds_audit_owner TO CURRENT_USER`,
    `SELECT audit.refuse_change()`,
    `SELECT lo_import('/etc/passwd')`,
    `COPY audit.events FROM PROGRAM 'echo'`,
  ])('does not let the portal do: %s', async statement => {
    await expect(log.query('portal', statement)).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('does not let the portal touch the database itself', async () => {
    await expect(
      log.query(
        'portal',
        `ALTER DATABASE ${log.database} ALLOW_CONNECTIONS false`,
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('lets nobody in but the portal', async () => {
    const other = await createTestAuditLog();
    try {
      const url = new URL(other.url);
      url.pathname = `/${log.database}`;
      const [{ allowed }] = await log.query(
        'superuser',
        `SELECT has_database_privilege($1, current_database(), 'CONNECT') AS allowed`,
        [other.role],
      );
      expect(allowed).toBe(false);
    } finally {
      await other.drop();
    }
  });

  it('refuses changes even to the owner as long as the triggers stand', async () => {
    for (const statement of [
      `UPDATE audit.events SET hash = repeat('0', 64)`,
      'DELETE FROM audit.events',
      'TRUNCATE audit.events',
    ]) {
      await expect(log.query('superuser', statement)).rejects.toThrow(
        'The audit log is append-only',
      );
    }
  });

  it('may be set up again, and keeps what is there', async () => {
    const count = () =>
      log.query('portal', 'SELECT count(*)::int AS count FROM audit.events');
    const before = await count();
    await setUpAuditLog(log.superuserUrl, {
      role: log.role,
      retentionDays: 500,
    });
    await setUpAuditLog(log.superuserUrl, { role: log.role });
    expect(await count()).toEqual(before);
    expect(
      await log.query('portal', 'SELECT retention_days FROM audit.settings'),
    ).toEqual([{ retention_days: 500 }]);
    await expect(
      setUpAuditLog(log.superuserUrl, { role: log.role, retentionDays: 1 }),
    ).rejects.toMatchObject({ code: '23514' });
  });

  it('is not set up for a role that could rewrite it', async () => {
    const [{ superuser }] = await log.query(
      'superuser',
      'SELECT current_user AS superuser',
    );
    await expect(
      setUpAuditLog(log.superuserUrl, { role: String(superuser) }),
    ).rejects.toThrow('is a superuser');
    await log.query('superuser', `GRANT nerds_audit_owner TO ${log.role}`);
    try {
      await expect(
        setUpAuditLog(log.superuserUrl, { role: log.role }),
      ).rejects.toThrow('must not be a member of nerds_audit_owner');
    } finally {
      await log.query('superuser', `REVOKE nerds_audit_owner FROM ${log.role}`);
    }
  });

  it('expires what is old enough, and leaves an anchor', async () => {
    // The clock is the database's, so the events are made older behind its back.
    await log.query(
      'superuser',
      'ALTER TABLE audit.events DISABLE TRIGGER ALL',
    );
    await log.query(
      'superuser',
      `UPDATE audit.events SET payload = jsonb_set(payload, '{recordedAt}', '"2020-01-01T00:00:00.000000Z"')
       WHERE sequence IN (1, 2, 3, 5)`,
    );
    await log.query('superuser', 'ALTER TABLE audit.events ENABLE TRIGGER ALL');
    const [third] = await log.query(
      'portal',
      'SELECT hash FROM audit.events WHERE sequence = 3',
    );

    // keeping longer than the settings say is possible, shorter is not
    expect(await log.query('portal', 'SELECT audit.expire(36500)')).toEqual([
      { expire: '0' },
    ]);
    expect(await log.query('portal', 'SELECT audit.expire(0)')).toEqual([
      { expire: '3' },
    ]);
    expect(
      await log.query(
        'portal',
        'SELECT min(sequence) AS first FROM audit.events',
      ),
    ).toEqual([{ first: '4' }]);
    expect(
      await log.query(
        'portal',
        'SELECT anchor_sequence, anchor_hash FROM audit.chain',
      ),
    ).toEqual([{ anchor_sequence: '3', anchor_hash: third.hash }]);
    expect(await log.query('portal', 'SELECT audit.expire()')).toEqual([
      { expire: '0' },
    ]);
  });
});
