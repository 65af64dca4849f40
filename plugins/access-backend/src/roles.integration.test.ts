import { createTestDatabases } from './__testUtils__/testDatabase';
import {
  startAccess,
  toGroupRef,
  toUserRef,
  type AccessUnderTest,
} from './__testUtils__/startAccess';

const initDatabase = createTestDatabases();
const TEAM = toGroupRef('burgerzaken');
const REQUEST = {
  role: 'team-lead',
  subject: 'user:default/dev',
  team: TEAM,
  reason: 'Leidt het team sinds november',
};

jest.setTimeout(60_000);

describe('roles', () => {
  let app: AccessUnderTest;

  beforeAll(async () => {
    app = await startAccess({ knex: await initDatabase() });
  });
  afterAll(async () => app.backend.stop());
  beforeEach(async () => app.reset());

  const grant = (overrides: object = {}, name = 'admin') =>
    app.call(name, 'post', '/role-grants').send({ ...REQUEST, ...overrides });
  const codesOf = (body: { errors: { field: string; code: string }[] }) =>
    Object.fromEntries(body.errors.map(({ field, code }) => [field, code]));

  it('gives a role that counts at once, and takes it away again', async () => {
    const granted = await grant({
      subject: 'User:Dev',
      expiresAt: '2099-01-01T00:00:00+01:00',
    });
    expect(granted.status).toBe(201);
    expect(granted.body).toEqual({
      ...REQUEST,
      id: expect.any(String),
      origin: 'portal',
      grantedBy: toUserRef('admin'),
      grantedAt: expect.any(String),
      expiresAt: '2098-12-31T23:00:00.000Z',
    });
    expect((await app.getSnapshot()).grants).toContainEqual(granted.body);
    const me = await app.call('dev', 'get', '/me');
    expect(me.body).toEqual({
      userEntityRef: toUserRef('dev'),
      teams: [TEAM],
      roles: [
        { role: 'developer', teams: [TEAM] },
        { role: 'team-lead', teams: [TEAM], grant: granted.body },
      ],
    });

    const { id } = granted.body;
    const revoked = await app.call('admin', 'delete', `/role-grants/${id}`);
    expect(revoked.status).toBe(204);
    expect((await app.getSnapshot()).grants).toHaveLength(1);
    const again = await app.call('admin', 'delete', `/role-grants/${id}`);
    expect(again.status).toBe(404);
    expect((await grant()).status).toBe(201);
    expect(app.audited).toMatchObject([
      {
        eventId: 'role-grant-create',
        status: 'succeeded',
        actor: toUserRef('admin'),
        object: toUserRef('dev'),
        team: TEAM,
        grantId: id,
      },
      { eventId: 'role-grant-revoke', status: 'succeeded', grantId: id },
      { eventId: 'role-grant-revoke', status: 'failed' },
      { eventId: 'role-grant-create', status: 'succeeded' },
    ]);
  });

  it('shows everyone who is signed in the roles and who has them', async () => {
    await grant();
    const { status, body } = await app.call('dev', 'get', '/roles', {
      'Accept-Language': 'en',
    });
    expect(status).toBe(200);
    expect(body.items.map((item: { role: string }) => item.role)).toEqual([
      'developer',
      'team-lead',
      'data-owner',
      'platform-engineer',
      'auditor',
      'administrator',
    ]);
    expect(body.items[1]).toMatchObject({
      title: 'Team lead',
      grants: [{ subject: toUserRef('dev'), origin: 'portal' }],
    });
    expect(body.items[5].grants).toEqual([
      {
        role: 'administrator',
        subject: toGroupRef('beheer'),
        origin: 'config',
      },
    ]);
    const dutch = await app.call('dev', 'get', '/roles');
    expect(dutch.body.items[1].title).toBe('Teamleider');
  });

  it.each([
    [{ role: 'baas' }, { role: 'field-not-allowed-value' }],
    [{ role: 'developer' }, { role: 'field-not-allowed-value' }],
    [{ subject: 'jan' }, { subject: 'ref-malformed' }],
    [{ subject: 'user:default/a b' }, { subject: 'ref-malformed' }],
    [{ subject: 'user:default/a\u0000b' }, { subject: 'field-not-text' }],
    [
      { subject: 'component:default/x' },
      { subject: 'subject-not-group-or-user' },
    ],
    [{ subject: 'user:machine/abc' }, { subject: 'subject-is-machine' }],
    [{ team: 'user:default/x' }, { team: 'team-not-group' }],
    [{ team: 'group:portal/privileged-roles' }, { team: 'team-not-group' }],
    [{ role: 'auditor' }, { team: 'team-not-for-role' }],
    [{ expiresAt: '2020-01-01T00:00:00Z' }, { expiresAt: 'expires-in-past' }],
    [{ expiresAt: 'morgen' }, { expiresAt: 'field-not-moment' }],
    [{ expiresAt: '2099-13-45T00:00:00Z' }, { expiresAt: 'field-not-moment' }],
    [{ reason: '   ' }, { reason: 'field-required' }],
    [{ reason: 'x'.repeat(501) }, { reason: 'field-too-long' }],
    [
      { reason: 7, role: null, x: 1 },
      { reason: 'field-not-text', role: 'field-required', x: 'field-unknown' },
    ],
  ])('refuses %j and says which fields', async (overrides, codes) => {
    const { status, body } = await grant(overrides);
    expect(status).toBe(400);
    expect(body.code).toBe('validation-failed');
    expect(codesOf(body)).toEqual(codes);
  });

  it.each([
    ['application/json', '{', 400, 'body-not-json'],
    ['application/json', '[]', 400, 'body-not-object'],
    ['text/plain', 'x', 415, 'content-type-not-json'],
    ['application/json', `"${'x'.repeat(20_000)}"`, 413, 'body-too-large'],
  ])(
    'refuses a body of %s that is not right',
    async (type, body, status, code) => {
      const answer = await app
        .call('admin', 'post', '/role-grants')
        .set('Content-Type', type)
        .send(body);
      expect(answer).toMatchObject({ status, body: { code } });
    },
  );

  it('refuses what somebody has already, in the portal or the configuration', async () => {
    expect((await grant()).status).toBe(201);
    const twice = await grant();
    expect(twice).toMatchObject({
      status: 409,
      body: { code: 'role-already-granted', errors: [{ field: 'subject' }] },
    });
    const configured = await grant(
      { role: 'administrator', subject: toGroupRef('beheer'), team: undefined },
      'second-admin',
    );
    expect(configured.body.code).toBe('role-already-granted');
    // Another team is another grant.
    expect((await grant({ team: toGroupRef('vergunningen') })).status).toBe(
      201,
    );
    expect((await grant({ team: undefined })).status).toBe(201);
  });

  it('refuses a role to oneself, also by way of a group', async () => {
    const own = await grant({ subject: toUserRef('admin') });
    expect(own).toMatchObject({ status: 403, body: { code: 'grant-to-self' } });
    const group = await grant({ subject: toGroupRef('beheer') });
    expect(group).toMatchObject({
      status: 403,
      body: { code: 'grant-to-own-group' },
    });
    expect(app.audited).toMatchObject([
      { status: 'failed' },
      { status: 'failed' },
    ]);
  });

  it('lets one of many that grant the same at once win', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => grant()));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array(7).fill(409)]);
  });

  it('shows people of the own teams, and of others to whoever reviews them', async () => {
    await app.signIn('dev', ['burgerzaken', 'vergunningen']);
    await app.signIn('other-lead');
    const refsOf = async (name: string, query = '') => {
      const { status, body } = await app.call(name, 'get', `/people${query}`);
      expect(status).toBe(200);
      return body.items.map((item: { ref: string; teams: string[] }) => [
        item.ref,
        ...item.teams,
      ]);
    };
    const both = [TEAM, toGroupRef('vergunningen')];
    expect(await refsOf('lead')).toEqual([[toUserRef('dev'), TEAM]]);
    expect(await refsOf('auditor')).toEqual([
      [toUserRef('dev'), ...both],
      [toUserRef('other-lead'), both[1]],
    ]);
    expect(await refsOf('auditor', `?team=${TEAM}`)).toHaveLength(1);
    const other = await app.call('lead', 'get', `/people?team=${both[1]}`);
    expect(other.status).toBe(403);
    const invalid = await app.call('lead', 'get', '/people?team=x&y=1');
    expect(codesOf(invalid.body)).toEqual({
      team: 'team-not-group',
      y: 'field-unknown',
    });
  });

  it.each([
    ['get', '/me'],
    ['get', '/roles'],
    ['post', '/role-grants'],
    ['delete', '/role-grants/0d9c4f0e-5f3a-4b7e-9a52-6f1f6f7f2a11'],
    ['get', '/people'],
    ['get', '/nowhere'],
  ] as const)(
    'asks who is not signed in to do so: %s %s',
    async (method, path) => {
      const answer = await app.call(undefined, method, path);
      expect(answer).toMatchObject({
        status: 401,
        body: { code: 'not-authenticated' },
      });
    },
  );

  it.each([
    ['nobody-allowed', 'get', '/roles'],
    ['nobody-allowed', 'get', '/people'],
    ['lead', 'post', '/role-grants'],
    ['auditor', 'post', '/role-grants'],
    ['lead', 'delete', '/role-grants/0d9c4f0e-5f3a-4b7e-9a52-6f1f6f7f2a11'],
  ] as const)(
    'refuses %s to %s %s, and writes it down',
    async (name, method, path) => {
      const answer = await app
        .call(name, method, path)
        .send(method === 'post' ? REQUEST : undefined);
      expect(answer).toMatchObject({
        status: 403,
        body: { code: 'not-allowed' },
      });
      expect(app.audited).toMatchObject([
        { status: 'failed', actor: toUserRef(name) },
      ]);
    },
  );

  it.each([
    [
      'delete',
      '/role-grants/0d9c4f0e-5f3a-4b7e-9a52-6f1f6f7f2a11',
      'role-grant-not-found',
    ],
    ['delete', '/role-grants/x', 'role-grant-not-found'],
    ['get', '/nowhere', 'route-not-found'],
    ['get', '/roles/', 'route-not-found'],
  ] as const)('does not know %s %s', async (method, path, code) => {
    const answer = await app.call('admin', method, path);
    expect(answer).toMatchObject({ status: 404, body: { code } });
  });

  it('publishes its description to everyone', async () => {
    const answer = await app.call(undefined, 'get', '/openapi.json');
    expect(answer.status).toBe(200);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
  });
});

describe('the last administrator', () => {
  it('cannot be revoked, nor can two revoke each other, unless the configuration names one', async () => {
    const app = await startAccess({ knex: await initDatabase(), roles: {} });
    const make = async (subject: string) => {
      const { body } = await app
        .call('admin', 'post', '/role-grants')
        .send({ role: 'administrator', subject, reason: 'Nodig' });
      return body.id as string;
    };
    const revoke = (id: string) =>
      app.call('admin', 'delete', `/role-grants/${id}`);
    const ids = [await make('user:default/a'), await make('user:default/b')];
    const both = await Promise.all(ids.map(revoke));
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    const refused = both.find(({ status }) => status === 409);
    expect(refused?.body.code).toBe('last-administrator');
    await app.backend.stop();
  });
});
