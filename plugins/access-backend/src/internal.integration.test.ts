import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import request from 'supertest';
import { createTestDatabases } from './__testUtils__/testDatabase';
import { DatabaseGrantStore } from './database/DatabaseGrantStore';
import { accessPlugin } from './plugin';

const initDatabase = createTestDatabases();
const SNAPSHOT = '/api/access/internal/policy-snapshot';
const SIGN_INS = '/api/access/internal/sign-ins';
const TEAM = 'group:default/burgerzaken';

jest.setTimeout(60_000);

describe('what other plugins ask', () => {
  let knex: Knex;
  let backend: TestBackend;

  beforeAll(async () => {
    knex = await initDatabase();
    backend = await startTestBackend({
      features: [
        accessPlugin,
        mockServices.database.factory({ knex }),
        mockServices.httpAuth.factory({
          defaultCredentials: mockCredentials.none(),
        }),
        mockServices.rootConfig.factory({
          data: {
            permission: {
              enabled: true,
              roles: { auditor: ['group:default/auditors', 'Group:Auditors'] },
            },
          },
        }),
      ],
    });
  });
  afterAll(async () => backend.stop());

  const asPlugin = mockCredentials.service.header({
    onBehalfOf: mockCredentials.service('plugin:permission'),
    targetPluginId: 'access',
  });
  const signIn = (teams: string[]) =>
    request(backend.server)
      .post(SIGN_INS)
      .set('Authorization', asPlugin)
      .send({ userEntityRef: 'user:default/jan', displayName: 'Jan', teams });

  it('answers the grants that count, and each of the configuration once', async () => {
    const grants = new DatabaseGrantStore(knex);
    const grant = {
      role: 'team-lead' as const,
      subject: 'user:default/jan',
      reason: 'Leidt het team',
      grantedBy: 'user:default/admin',
      grantedAt: new Date('2026-11-01T00:00:00Z'),
    };
    const living = '0d9c4f0e-5f3a-4b7e-9a52-6f1f6f7f2a11';
    await grants.createGrant({ ...grant, id: living, team: TEAM });
    await grants.createGrant({
      ...grant,
      id: '0d9c4f0e-5f3a-4b7e-9a52-6f1f6f7f2a12',
      expiresAt: new Date('2026-11-02T00:00:00Z'),
    });
    const { status, body } = await request(backend.server)
      .get(SNAPSHOT)
      .set('Authorization', asPlugin);
    expect(status).toBe(200);
    expect(body).toEqual({
      grants: [
        {
          role: 'auditor',
          subject: 'group:default/auditors',
          origin: 'config',
        },
        {
          ...grant,
          id: living,
          team: TEAM,
          origin: 'portal',
          grantedAt: '2026-11-01T00:00:00.000Z',
        },
      ],
      revokedMembers: [],
    });
  });

  it('counts a revoked team out until the identity provider does so too', async () => {
    expect((await signIn([TEAM])).body).toEqual({ teams: [TEAM] });
    await knex('revoked_members').insert({
      user_ref: 'user:default/jan',
      team: TEAM,
      revoked_by: 'user:default/lead',
      revoked_at: new Date(),
    });
    const other = 'group:default/other';
    expect((await signIn([TEAM, other])).body).toEqual({ teams: [other] });
    const snapshot = await request(backend.server)
      .get(SNAPSHOT)
      .set('Authorization', asPlugin);
    expect(snapshot.body.revokedMembers).toEqual([
      { userEntityRef: 'user:default/jan', team: TEAM },
    ]);
    expect((await signIn([other])).body).toEqual({ teams: [other] });
    // Put back in the group there: a new membership, which counts again.
    expect((await signIn([TEAM])).body).toEqual({ teams: [TEAM] });
    await expect(knex('people').select()).resolves.toMatchObject([
      { ref: 'user:default/jan', display_name: 'Jan', teams: [TEAM] },
    ]);
  });

  it('remembers somebody in ten thousand groups, and in none', async () => {
    const teams = Array.from(
      { length: 10_000 },
      (_, i) => `group:default/g${i}`,
    );
    const answer = await signIn(teams);
    expect(answer.status).toBe(200);
    expect(answer.body.teams).toHaveLength(10_000);
    expect((await signIn([])).body).toEqual({ teams: [] });
  });

  it.each([
    ['nobody', undefined, 401],
    ['a person', mockCredentials.user.header(), 403],
    ['a program', mockCredentials.service.header(), 403],
  ])('does not answer %s', async (_, header, status) => {
    const get = request(backend.server).get(SNAPSHOT);
    const post = request(backend.server)
      .post(SIGN_INS)
      .send({ userEntityRef: 'user:default/jan', teams: [] });
    for (const call of [get, post]) {
      const answer = await (header ? call.set('Authorization', header) : call);
      expect(answer.status).toBe(status);
    }
  });

  it.each([
    [{}],
    [{ userEntityRef: 'jan', teams: [] }],
    [{ userEntityRef: 'user:default/jan' }],
    [{ userEntityRef: 'user:default/jan', teams: ['user:default/x'] }],
  ])('refuses a sign-in such as %j', async body => {
    const answer = await request(backend.server)
      .post(SIGN_INS)
      .set('Authorization', asPlugin)
      .send(body);
    expect(answer.status).toBe(400);
  });
});
