import { createMachineSecret } from '@nerds/plugin-machine-access-node';
import type { Knex } from 'knex';
import { buildRequest } from '../__testUtils__/startMachineAccess';
import {
  startPortal,
  type PortalUnderTest,
} from '../__testUtils__/startPortal';
import { createTestDatabases } from '../__testUtils__/testDatabase';
import { TestIssuer } from '../__testUtils__/testIssuer';

const initDatabase = createTestDatabases();
const ME = '/api/mirror/me';
const TOKENS = '/api/machine-access/v1/tokens';

jest.setTimeout(120_000);

describe('machines at the front door', () => {
  let knex: Knex;
  let issuer: TestIssuer;
  let portal: PortalUnderTest;
  let person: string;

  beforeAll(async () => {
    knex = await initDatabase();
    issuer = await TestIssuer.start();
    portal = await startPortal({
      knex,
      machineAccess: {
        workloadIdentities: [
          {
            id: 'burgerzaken-ci',
            issuer: issuer.url,
            audience: 'https://portaal.example',
            claims: { repository: 'burgerzaken/app', ref: 'refs/heads/*' },
            team: 'group:default/burgerzaken',
            permissions: ['free-tier.cluster.read'],
          },
        ],
      },
    });
    person = await portal.signIn('ann', 'burgerzaken');
  });
  afterAll(async () => {
    await portal.stop();
    await issuer.stop();
  });

  let count = 0;
  const makeToken = async () => {
    count += 1;
    const { body } = await portal.call(person, TOKENS, {
      method: 'POST',
      body: buildRequest({ name: `uitrol-${count}` }),
    });
    return body as { token: { id: string }; secret: string };
  };

  it('take a token for the machine of its team, until it is revoked', async () => {
    const { token, secret } = await makeToken();
    const identity = {
      userEntityRef: `user:machine/${token.id}`,
      ownershipEntityRefs: [
        `user:machine/${token.id}`,
        'group:default/burgerzaken',
      ],
    };
    const direct = await portal.call(secret, ME);
    expect(direct).toMatchObject({ status: 200, body: identity });
    const through = await portal.call(secret, '/api/mirror/me-through-plugin');
    expect(through).toMatchObject({ status: 200, body: identity });

    const { body } = await portal.call(person, `${TOKENS}/${token.id}`);
    expect(body.lastUsedFrom).toMatch(/127\.0\.0\.1|::1/);

    const revoked = await portal.call(person, `${TOKENS}/${token.id}`, {
      method: 'DELETE',
    });
    expect(revoked.status).toBe(204);
    const refused = await portal.call(secret, ME);
    expect(refused).toMatchObject({
      status: 401,
      body: { code: 'machine-credential-refused' },
    });
    expect(refused.headers.get('www-authenticate')).toBe(
      'Bearer error="invalid_token"',
    );

    const uses = portal.audited.filter(
      ({ object }) => object === `machine-token:${token.id}`,
    );
    expect(uses).toEqual([
      expect.objectContaining({ eventId: 'machine-token-create' }),
      expect.objectContaining({ request: `GET ${ME}`, status: 'succeeded' }),
      expect.objectContaining({
        request: 'GET /api/mirror/me-through-plugin',
        actor: `user:machine/${token.id}`,
        team: 'group:default/burgerzaken',
      }),
      expect.objectContaining({ eventId: 'machine-token-revoke' }),
      expect.objectContaining({ status: 'failed', reason: 'revoked' }),
    ]);
  });

  it('take the OIDC token of a job for its workload identity', async () => {
    const job = await portal.call(await issuer.sign(), ME);
    expect(job).toMatchObject({
      status: 200,
      body: {
        userEntityRef: 'user:machine/burgerzaken-ci',
        ownershipEntityRefs: [
          'user:machine/burgerzaken-ci',
          'group:default/burgerzaken',
        ],
      },
    });
    for (const claims of [
      { repository: 'somebody/else' },
      { ref: 'refs/tags/v1' },
      { aud: 'https://x.example' },
      { exp: Math.floor(Date.now() / 1000) - 60 },
    ]) {
      const answer = await portal.call(await issuer.sign(claims), ME);
      expect(answer.status).toBe(401);
    }
  });

  it('say 503 while the issuer is down', async () => {
    const token = await issuer.sign();
    const other = await startPortal({
      knex: await initDatabase(),
      machineAccess: {
        workloadIdentities: [
          {
            id: 'burgerzaken-ci',
            issuer: issuer.url,
            jwksUri: 'http://127.0.0.1:1/keys',
            audience: 'https://portaal.example',
            claims: { repository: 'burgerzaken/app' },
            team: 'group:default/burgerzaken',
            permissions: ['free-tier.cluster.read'],
          },
        ],
      },
    });
    const answer = await other.call(token, ME);
    expect(answer).toMatchObject({
      status: 503,
      body: { code: 'machine-credential-unchecked' },
    });
    await other.stop();
  });

  it('never let in what was made for a machine inside', async () => {
    const { secret } = await makeToken();
    const { body } = await portal.call(secret, '/api/mirror/token');
    for (const answer of [
      await portal.call(body.token, ME),
      await portal.call(undefined, ME, {
        cookie: `backstage-auth=${body.token}`,
      }),
    ]) {
      expect(answer).toMatchObject({
        status: 401,
        body: { code: 'machine-identity-from-outside' },
      });
    }
  });

  it('let nobody else exchange a credential', async () => {
    const { secret } = await makeToken();
    const attempts: Record<string, string>[] = [
      {},
      { 'x-nerds-front-door': '' },
      { 'x-nerds-front-door': '0'.repeat(64) },
    ];
    for (const headers of attempts) {
      const answer = await fetch(`${portal.baseUrl}/api/auth/machine/refresh`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify({ credential: secret }),
      });
      expect(answer.status).toBe(401);
      await expect(answer.text()).resolves.not.toContain('eyJ');
    }
  });

  it('leave people and strangers as they are', async () => {
    expect((await portal.call(person, ME)).body.userEntityRef).toBe(
      'user:default/ann',
    );
    expect((await portal.call(undefined, ME)).status).toBe(401);
    const stranger = await portal.call(createMachineSecret('a-bcdefg'), ME);
    expect(stranger.status).toBe(401);
  });

  it('leave no secret in a log, the audit log or the database', async () => {
    const { secret } = await makeToken();
    const job = await issuer.sign();
    await portal.call(secret, `${ME}?token=1`);
    await portal.call(job, ME);
    const inside = await portal.call(secret, '/api/mirror/token');
    const { rows: tables } = await knex.raw(
      `SELECT table_schema AS s, table_name AS t FROM information_schema.tables
       WHERE table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(5);
    expect(portal.logged.length).toBeGreaterThan(5);
    const stored: string[] = [];
    for (const { s, t } of tables) {
      const { rows } = await knex.raw('SELECT x::text AS row FROM ??.?? x', [
        s,
        t,
      ]);
      stored.push(...rows.map(({ row }: { row: string }) => row));
    }
    const everything = [
      ...stored,
      ...portal.logged,
      JSON.stringify(portal.audited),
    ];
    for (const credential of [secret, job, inside.body.token]) {
      expect(everything.filter(text => text.includes(credential))).toEqual([]);
    }
    const [, random] = /_([\w-]{43})_/.exec(secret)!;
    expect(everything.filter(text => text.includes(random))).toEqual([]);
  });
});
