import { mockCredentials } from '@backstage/backend-test-utils';
import { createMachineSecret } from '@nerds/plugin-machine-access-node';
import type { Knex } from 'knex';
import request, { type Test } from 'supertest';
import {
  buildRequest,
  startMachineAccess,
  type MachineAccessUnderTest,
} from './__testUtils__/startMachineAccess';
import { createTestDatabases } from './__testUtils__/testDatabase';
import { TestIssuer } from './__testUtils__/testIssuer';

const initDatabase = createTestDatabases();
const DEV = 'dev-burgerzaken';
const OTHER_DEV = 'dev-vergunningen';

jest.setTimeout(60_000);

describe('machine-access plugin', () => {
  let knex: Knex;
  let issuer: TestIssuer;
  let app: MachineAccessUnderTest;

  beforeAll(async () => {
    knex = await initDatabase();
    issuer = await TestIssuer.start();
    app = await startMachineAccess({
      knex,
      machineAccess: {
        maxLifetime: { days: 180 },
        workloadIdentities: [
          {
            id: 'burgerzaken-ci',
            issuer: issuer.url,
            audience: 'https://portaal.example',
            claims: { repository: 'burgerzaken/app' },
            team: 'group:default/burgerzaken',
            permissions: ['free-tier.cluster.read'],
          },
        ],
      },
    });
  });
  afterAll(async () => {
    await app.backend.stop();
    await issuer.stop();
  });
  beforeEach(() => app.reset());

  const verify = (credential: string) =>
    app
      .ask('plugin:auth', 'post', '/verifications')
      .send({ credential, address: '192.0.2.1', request: 'GET /x' });
  const idsOf = async (name: string, query = '') => {
    const { body } = await app.call(name, 'get', `/tokens${query}`);
    return body.items.map((item: { id: string }) => item.id);
  };

  describe('a token', () => {
    it('is made, shown once, used, and revoked at once', async () => {
      const made = await app
        .call(DEV, 'post', '/tokens')
        .send(buildRequest({ purpose: 'Testomgevingen' }));
      expect(made.status).toBe(201);
      const { token, secret } = made.body;
      expect(made.headers.location).toBe(
        `/api/machine-access/v1/tokens/${token.id}`,
      );
      expect(made.headers['cache-control']).toBe('no-store');
      const { lifetimeDays, ...shown } = buildRequest({
        purpose: 'Testomgevingen',
      });
      expect(token).toMatchObject({
        ...shown,
        id: expect.stringMatching(/^uitrol-[a-z2-7]{6}$/),
        state: 'active',
        createdBy: 'user:default/dev-burgerzaken',
        actions: { revoke: true },
      });
      const livesForDays =
        (Date.parse(token.expiresAt) - Date.parse(token.createdAt)) /
        86_400_000;
      expect(livesForDays).toBe(lifetimeDays);

      const principal = `user:machine/${token.id}`;
      const scope = {
        principal,
        team: 'group:default/burgerzaken',
        permissions: buildRequest().permissions,
        expiresAt: token.expiresAt,
      };
      const verified = await verify(secret).expect(200);
      expect(verified.body).toEqual(scope);
      const askScope = () =>
        app.ask(
          'plugin:permission',
          'get',
          `/scopes/${encodeURIComponent(principal)}`,
        );
      expect((await askScope().expect(200)).body).toEqual(scope);
      const used = await app.call(DEV, 'get', `/tokens/${token.id}`);
      expect(used.body).toMatchObject({
        lastUsedAt: expect.any(String),
        lastUsedFrom: '192.0.2.1',
      });

      await app.call(DEV, 'delete', `/tokens/${token.id}`).expect(204);
      await verify(secret).expect(404);
      await askScope().expect(404);
      await app.call(DEV, 'delete', `/tokens/${token.id}`).expect(204);
      const revoked = await app.call(DEV, 'get', `/tokens/${token.id}`);
      expect(revoked.body).toMatchObject({
        state: 'revoked',
        revokedBy: 'user:default/dev-burgerzaken',
        actions: { revoke: false },
      });

      const common = {
        severityLevel: 'medium',
        team: 'group:default/burgerzaken',
        object: `machine-token:${token.id}`,
      };
      const use = {
        ...common,
        eventId: 'machine-token-use',
        actor: principal,
        address: '192.0.2.1',
        request: 'GET /x',
      };
      const actor = 'user:default/dev-burgerzaken';
      expect(app.audited).toEqual([
        {
          ...common,
          eventId: 'machine-token-create',
          status: 'succeeded',
          actor,
          name: 'uitrol',
          permissions: buildRequest().permissions,
          lifetimeDays: 90,
          expiresAt: token.expiresAt,
        },
        { ...use, status: 'succeeded' },
        {
          ...common,
          eventId: 'machine-token-revoke',
          status: 'succeeded',
          actor,
          name: 'uitrol',
        },
        { ...use, status: 'failed', reason: 'revoked' },
        expect.objectContaining({ eventId: 'machine-token-revoke' }),
      ]);
    });

    it('leaves its secret nowhere', async () => {
      const { secret } = await app.create();
      await verify(secret);
      await verify(`${secret.slice(0, -1)}x`);
      const [, , random] = /^nerds_([^_]+)_(.{43})_/.exec(secret)!;
      const { rows } = await knex.raw('SELECT t::text FROM machine_tokens t');
      const everything = JSON.stringify([rows, app.audited]);
      expect(everything).not.toContain(random);
      expect(everything).not.toContain(
        Buffer.from(random, 'base64url').toString('hex'),
      );
      const list = await app.call(DEV, 'get', '/tokens');
      expect(list.text).not.toMatch(/hash|secret/);
    });

    it('does not count once it has expired', async () => {
      const { secret } = await app.create();
      await knex('machine_tokens').update({ expires_at: new Date() });
      await verify(secret).expect(404);
      expect(app.audited.at(-1)).toMatchObject({ reason: 'expired' });
      await expect(idsOf(DEV, '?state=expired')).resolves.toHaveLength(1);
      await expect(idsOf(DEV, '?state=active')).resolves.toEqual([]);
    });

    it('is not its id, nor a secret of another', async () => {
      const { token } = await app.create();
      const foreign = createMachineSecret(token.id);
      await verify(foreign).expect(404);
      expect(app.audited.at(-1)).toEqual({
        eventId: 'machine-token-use',
        severityLevel: 'medium',
        status: 'failed',
        reason: 'wrong-secret',
        object: `machine-token:${token.id}`,
        team: 'group:default/burgerzaken',
        address: '192.0.2.1',
        request: 'GET /x',
      });
      await verify(createMachineSecret('nobody-knows')).expect(404);
      expect(app.audited.at(-1)).toMatchObject({ reason: 'unknown' });
      const unused = await app.call(DEV, 'get', `/tokens/${token.id}`);
      expect(unused.body.lastUsedAt).toBeUndefined();
    });

    it('has a name once in a team', async () => {
      const { token } = await app.create();
      const again = await app
        .call(DEV, 'post', '/tokens', { 'Accept-Language': 'en' })
        .send(buildRequest());
      expect(again.status).toBe(409);
      expect(JSON.parse(again.text).errors[0]).toMatchObject({
        field: 'name',
        code: 'token-name-taken',
      });
      await app.call(DEV, 'delete', `/tokens/${token.id}`);
      await app.create();
    });
  });

  describe('rights', () => {
    it('show a team its own tokens, and auditors and administrators all', async () => {
      const { token } = await app.create();
      for (const name of [DEV, 'dev-two-teams', 'auditor', 'administrator']) {
        await expect(idsOf(name)).resolves.toEqual([token.id]);
      }
      for (const name of [OTHER_DEV, 'no-team', 'put-out']) {
        await expect(idsOf(name)).resolves.toEqual([]);
        await expect(
          idsOf(name, '?team=group:default/burgerzaken'),
        ).resolves.toEqual([]);
        const answer = await app.call(name, 'get', `/tokens/${token.id}`);
        expect(answer.status).toBe(404);
      }
    });

    it('let the team and administrators revoke, nobody else', async () => {
      const { token } = await app.create();
      const revoke = async (name: string) =>
        (await app.call(name, 'delete', `/tokens/${token.id}`)).status;
      await expect(revoke(OTHER_DEV)).resolves.toBe(404);
      await expect(revoke('put-out')).resolves.toBe(404);
      await expect(revoke('auditor')).resolves.toBe(403);
      const seen = await app.call('auditor', 'get', `/tokens/${token.id}`);
      expect(seen.body.actions).toEqual({ revoke: false });
      await expect(revoke('administrator')).resolves.toBe(204);
      expect(
        app.audited.map(({ eventId, status }) => `${eventId} ${status}`),
      ).toEqual([
        'machine-token-create succeeded',
        'machine-token-revoke failed',
        'machine-token-revoke failed',
        'machine-token-revoke failed',
        'machine-token-revoke succeeded',
      ]);
    });

    it.each([
      ['an auditor', 'auditor', {}, 'not-allowed'],
      ['another team', OTHER_DEV, {}, 'team-not-own'],
      [
        'an administrator of no team of it',
        'administrator',
        {},
        'team-not-own',
      ],
      ['nobody’s team', 'no-team', {}, 'team-not-own'],
      ['who was put out of the team', 'put-out', {}, 'team-not-own'],
      ['a machine', 'user:machine/uitrol-abcdef', {}, 'not-for-machines'],
      [
        'who hands on what that person has not',
        DEV,
        { permissions: ['free-tier.cluster.delete'] },
        'permission-not-held',
      ],
    ])('make no token for %s', async (_title, name, overrides, code) => {
      const answer = await app
        .call(name, 'post', '/tokens')
        .send(buildRequest(overrides));
      expect(answer.status).toBe(403);
      expect(JSON.parse(answer.text).code).toBe(code);
      expect(app.audited).toEqual([
        expect.objectContaining({
          eventId: 'machine-token-create',
          status: 'failed',
        }),
      ]);
      await expect(knex('machine_tokens').select()).resolves.toEqual([]);
    });

    it('let nobody in who is not signed in, but to the description', async () => {
      for (const path of ['/tokens', '/permissions', '/nowhere']) {
        const answer = await app.call(undefined, 'get', path);
        expect(answer.status).toBe(401);
      }
      await app.call(undefined, 'get', '/openapi.json').expect(200);
    });

    it('keep the inside to plugins', async () => {
      const scope = '/scopes/user%3Amachine%2Fx';
      const statusOf = async (test: Test) => (await test).status;
      const ask = (authorization?: string) =>
        request(app.backend.server)
          .get(`/api/machine-access/internal${scope}`)
          .set(authorization ? { Authorization: authorization } : {});
      const verification = app
        .ask('plugin:permission', 'post', '/verifications')
        .send({ credential: 'nerds_x' });
      const known = app.ask('plugin:permission', 'get', scope);
      await expect(statusOf(known)).resolves.toBe(404);
      await expect(
        statusOf(app.ask('external:ci', 'get', scope)),
      ).resolves.toBe(403);
      await expect(statusOf(verification)).resolves.toBe(403);
      await expect(statusOf(ask(mockCredentials.user.header()))).resolves.toBe(
        403,
      );
      await expect(statusOf(ask())).resolves.toBe(401);
    });
  });

  describe('bad input', () => {
    it.each<[string, unknown, string, string]>([
      ['no end', { lifetimeDays: undefined }, 'lifetimeDays', 'field-required'],
      ['null', { lifetimeDays: null }, 'lifetimeDays', 'field-required'],
      ['no day', { lifetimeDays: 0 }, 'lifetimeDays', 'field-out-of-range'],
      ['too long', { lifetimeDays: 181 }, 'lifetimeDays', 'field-out-of-range'],
      ['half', { lifetimeDays: 1.5 }, 'lifetimeDays', 'field-out-of-range'],
      ['text', { lifetimeDays: '9' }, 'lifetimeDays', 'field-out-of-range'],
      ['a name', { name: 'Uit rol' }, 'name', 'token-name-not-valid'],
      ['a short name', { name: 'ab' }, 'name', 'token-name-not-valid'],
      ['a _', { name: 'uit_rol' }, 'name', 'token-name-not-valid'],
      ['a number', { name: 123 }, 'name', 'token-name-not-valid'],
      ['no right', { permissions: [] }, 'permissions', 'permissions-required'],
      ['one', { permissions: 'a' }, 'permissions', 'permissions-required'],
      [
        'a right to give rights',
        { permissions: ['access.role.grant'] },
        'permissions',
        'permission-not-grantable',
      ],
      [
        'the right to make tokens',
        { permissions: ['machine-access.token.create'] },
        'permissions',
        'permission-not-grantable',
      ],
      ['a team', { team: ['a'] }, 'team', 'field-not-text'],
      ['a NUL', { purpose: 'a\u0000' }, 'purpose', 'field-not-text'],
      ['length', { purpose: 'a'.repeat(501) }, 'purpose', 'field-too-long'],
      ['more', { secret: 'x' }, 'secret', 'field-unknown'],
    ])('names the field: %s', async (_title, overrides, field, code) => {
      const answer = await app
        .call(DEV, 'post', '/tokens')
        .send({ ...buildRequest(), ...(overrides as object) });
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.text).errors).toEqual([
        { field, code, detail: expect.any(String) },
      ]);
    });

    it('is refused in a query and in a body of another kind', async () => {
      for (const path of [
        '/tokens?state=dead',
        '/tokens?team=a&team=b',
        '/tokens?x=1',
        '/permissions?x=1',
      ]) {
        const answer = await app.call(DEV, 'get', path);
        expect(answer.status).toBe(400);
      }
      const text = app
        .call(DEV, 'post', '/tokens')
        .set('Content-Type', 'text/plain');
      expect((await text.send('a')).status).toBe(415);
      const list = await app.call(DEV, 'post', '/tokens').send([]);
      expect(list.status).toBe(400);
    });
  });

  describe('a workload identity', () => {
    it('is shown to its team, auditors and administrators', async () => {
      const list = async (name: string) =>
        (await app.call(name, 'get', '/workload-identities')).body.items;
      const shown = [
        {
          id: 'burgerzaken-ci',
          title: 'burgerzaken-ci',
          issuer: issuer.url,
          audience: 'https://portaal.example',
          team: 'group:default/burgerzaken',
          permissions: ['free-tier.cluster.read'],
          claims: { repository: 'burgerzaken/app' },
        },
      ];
      for (const name of [DEV, 'auditor', 'administrator']) {
        await expect(list(name)).resolves.toEqual(shown);
      }
      await expect(list(OTHER_DEV)).resolves.toEqual([]);
    });

    it('is known by the token of its issuer, and every use is written down', async () => {
      const token = await issuer.sign();
      const { body } = await verify(token).expect(200);
      expect(body).toMatchObject({ principal: 'user:machine/burgerzaken-ci' });
      const scope = await app
        .ask(
          'plugin:permission',
          'get',
          '/scopes/user%3Amachine%2Fburgerzaken-ci',
        )
        .expect(200);
      expect(scope.body).toMatchObject({
        permissions: ['free-tier.cluster.read'],
      });
      await verify(await issuer.sign({ repository: 'x/app' })).expect(404);
      const use = {
        eventId: 'workload-identity-use',
        severityLevel: 'medium',
        address: '192.0.2.1',
        request: 'GET /x',
      };
      expect(app.audited).toEqual([
        {
          ...use,
          status: 'succeeded',
          actor: 'user:machine/burgerzaken-ci',
          object: 'workload-identity:burgerzaken-ci',
          team: 'group:default/burgerzaken',
        },
        { ...use, status: 'failed', reason: 'no-matching-identity' },
      ]);
      expect(JSON.stringify(app.audited)).not.toContain(token);
    });

    it('cannot be checked while its issuer is down', async () => {
      const other = await startMachineAccess({
        knex,
        machineAccess: {
          workloadIdentities: [
            {
              id: 'far-ci',
              issuer: 'http://127.0.0.1:1',
              audience: 'https://portaal.example',
              claims: { repository: 'burgerzaken/app' },
              team: 'group:default/burgerzaken',
              permissions: ['free-tier.cluster.read'],
            },
          ],
        },
      });
      const credential = await issuer.sign({ iss: 'http://127.0.0.1:1' });
      const answer = await other
        .ask('plugin:auth', 'post', '/verifications')
        .send({ credential })
        .expect(503)
        .expect('Retry-After', '10');
      expect(JSON.parse(answer.text).code).toBe('issuer-unavailable');
      expect(other.audited.at(-1)).toMatchObject({ status: 'failed' });
      await other.backend.stop();
    });

    it('must not have the name of a token', async () => {
      const { token } = await app.create();
      await expect(
        startMachineAccess({
          knex,
          machineAccess: {
            workloadIdentities: [
              {
                id: token.id,
                issuer: issuer.url,
                audience: 'https://portaal.example',
                claims: { repository: 'burgerzaken/app' },
                team: 'group:default/vergunningen',
                permissions: ['free-tier.cluster.read'],
              },
            ],
          },
        }),
      ).rejects.toThrow(/id that is of a token/);
    });
  });

  describe('actions', () => {
    it('list and revoke with the rights of who starts them, and never make', async () => {
      const { token } = await app.create();
      const { actions } = await app.actions.list();
      expect(actions.map(action => action.id).sort()).toEqual([
        'test:list-tokens',
        'test:revoke-token',
      ]);
      const invoke = (name: string, id: string, input: object) =>
        app.actions.invoke({
          id: `test:${id}`,
          input: input as never,
          credentials: mockCredentials.user(`user:default/${name}`),
        });
      await expect(
        invoke(OTHER_DEV, 'revoke-token', { id: token.id }),
      ).rejects.toThrow(/Er is geen token/);
      await expect(
        invoke('auditor', 'revoke-token', { id: token.id, language: 'en' }),
      ).rejects.toThrow(/may not do this/);
      const { output } = await invoke(DEV, 'list-tokens', { state: 'active' });
      expect(output).toEqual({
        tokens: [expect.objectContaining({ id: token.id })],
      });
      await invoke(DEV, 'revoke-token', { id: token.id });
      await expect(idsOf(DEV, '?state=active')).resolves.toEqual([]);
    });
  });
});
