import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import {
  buildRequest,
  startFreeTier,
  type FreeTierUnderTest,
} from './__testUtils__/startFreeTier';
import { createTestDatabases } from './__testUtils__/testLedger';

const initDatabase = createTestDatabases();
const DEV = 'dev-burgerzaken';
const UNKNOWN_ID = '0d9c4f0e-5f3a-4b7e-9a52-6f1f6f7f2a11';

/** Every route that a caller is needed for. */
const ROUTES: ['get' | 'post' | 'delete', string][] = [
  ['get', '/tiers'],
  ['get', '/regions'],
  ['get', '/teams'],
  ['get', '/clusters'],
  ['post', '/clusters'],
  ['post', '/cluster-checks'],
  ['get', '/clusters/ID'],
  ['delete', '/clusters/ID'],
  ['post', '/clusters/ID/retries'],
  ['get', '/clusters/ID/events'],
  ['post', '/clusters/ID/kubeconfigs'],
  ['get', '/clusters/ID/kubeconfigs'],
  ['delete', `/clusters/ID/kubeconfigs/${UNKNOWN_ID}`],
];

const OF_ONE_CLUSTER = ROUTES.filter(([, path]) => path.includes('ID'));

jest.setTimeout(30_000);

describe('rights', () => {
  let app: FreeTierUnderTest;
  let id: string;

  beforeAll(async () => {
    app = await startFreeTier({ knex: await initDatabase() });
  });
  afterAll(async () => app.backend.stop());
  beforeEach(async () => {
    await app.reset();
    const { body } = await app
      .call(DEV, 'post', '/clusters')
      .send(buildRequest());
    id = body.id;
    await app.waitForState(DEV, id, 'ready');
    app.audited.length = 0;
  });

  const call = (
    name: string | undefined,
    [method, path]: (typeof ROUTES)[number],
    clusterId = id,
  ) => {
    const test = app.call(name, method, path.replace('ID', clusterId));
    if (method !== 'post') return test;
    return test.send(
      path.includes('kubeconfigs')
        ? { kind: 'person' }
        : buildRequest({ name: 'nog-een' }),
    );
  };

  it.each(ROUTES)('%s %s needs someone signed in', async (...route) => {
    const answer = await call(undefined, route);
    expect(answer.status).toBe(401);
    expect(answer.headers['content-type']).toMatch(
      /^application\/problem\+json/,
    );
    expect(answer.body).toMatchObject({
      code: 'not-authenticated',
      detail: 'Meld u eerst aan.',
    });
    expect(answer.headers['api-version']).toBe('1.0.0');
  });

  it.each(ROUTES)(
    '%s %s refuses a token that is not good',
    async (...route) => {
      const answer = await call(undefined, route).set(
        'Authorization',
        mockCredentials.user.invalidHeader(),
      );
      expect(answer.status).toBe(401);
      expect(answer.body.code).toBe('not-authenticated');
    },
  );

  it.each(ROUTES)('%s %s refuses a service', async (...route) => {
    const answer = await call(undefined, route).set(
      'Authorization',
      mockCredentials.service.header(),
    );
    expect(answer.status).toBe(403);
    expect(answer.body.code).toBe('not-allowed');
  });

  it.each(ROUTES)('%s %s refuses who has no permission', async (...route) => {
    const answer = await call('nobody-allowed', route);
    expect(answer.status).toBe(403);
    expect(answer.body.code).toBe('not-allowed');
  });

  it.each(OF_ONE_CLUSTER)(
    '%s %s tells a cluster of another team from none in nothing',
    async (...route) => {
      const others = await call('dev-vergunningen', route);
      const none = await call('dev-vergunningen', route, UNKNOWN_ID);
      expect(others.status).toBe(404);
      expect(others.text.replaceAll(id, UNKNOWN_ID)).toBe(none.text);
      expect((await call(DEV, route, 'geen-uuid')).status).toBe(404);
    },
  );

  it.each(['/clusters/', '/nothing', '/clusters/%E0%A4%A', '/Clusters'])(
    'knows no address %s',
    async path => {
      const answer = await app.call(DEV, 'get', path);
      expect(answer.status).toBe(404);
      expect(answer.body.code).toMatch(/not-found$/);
    },
  );

  it('lets a colleague of the team do all that the one who asked may', async () => {
    const { body } = await app.call(
      'lead-burgerzaken',
      'get',
      `/clusters/${id}`,
    );
    expect(body.permissions).toEqual({
      connect: true,
      retry: false,
      delete: true,
    });
  });

  it('lists by scope what each person may see', async () => {
    const { body: theirs } = await app
      .call('dev-vergunningen', 'post', '/clusters')
      .send(buildRequest({ owner: 'group:default/vergunningen' }));
    const list = async (name: string, query: string) => {
      const answer = await app.call(name, 'get', `/clusters${query}`);
      if (answer.status !== 200) return answer.body.code;
      return answer.body.items.map((item: { id: string }) => item.id).sort();
    };
    const both = [id, theirs.id].sort();
    expect(await list(DEV, '')).toEqual([id]);
    expect(await list(DEV, '?scope=mine')).toEqual([id]);
    expect(await list('lead-burgerzaken', '?scope=mine')).toEqual([]);
    expect(await list('lead-burgerzaken', '?scope=teams')).toEqual([id]);
    expect(await list('dev-two-teams', '')).toEqual(both);
    expect(
      await list('dev-two-teams', '?owner=group:default/vergunningen'),
    ).toEqual([theirs.id]);
    expect(await list(DEV, '?owner=group:default/vergunningen')).toEqual([]);
    expect(await list(DEV, '?state=failed')).toEqual([]);
    expect(await list(DEV, '?scope=all')).toBe('not-allowed');
    expect(await list('auditor', '?scope=all')).toEqual(both);
    expect(await list('platform-engineer', '?scope=all')).toEqual(both);
    expect(await list('no-team', '')).toEqual([]);
    expect(await list(DEV, '?scope=everything')).toBe('validation-failed');
    expect(await list(DEV, '?state=gone')).toBe('validation-failed');
    expect(await list(DEV, '?owner=user:default/x')).toBe('validation-failed');
    expect(await list(DEV, '?page=2')).toBe('validation-failed');
  });

  it('lets an auditor look and nothing more', async () => {
    const { body, status } = await app.call(
      'auditor',
      'get',
      `/clusters/${id}`,
    );
    expect(status).toBe(200);
    expect(body.permissions).toEqual({
      connect: false,
      retry: false,
      delete: false,
    });
    const changes = OF_ONE_CLUSTER.filter(([method]) => method !== 'get');
    for (const route of changes) {
      expect((await call('auditor', route)).status).toBe(403);
    }
    const create = await call('auditor', ['post', '/clusters']);
    expect(create.status).toBe(403);
  });

  it('lets a platform engineer clear away, but not in', async () => {
    const name = 'platform-engineer';
    const { body } = await app.call(name, 'get', `/clusters/${id}`);
    expect(body.permissions).toEqual({
      connect: false,
      retry: false,
      delete: true,
    });
    const kubeconfig = await call(name, ['post', '/clusters/ID/kubeconfigs']);
    expect(kubeconfig.status).toBe(403);
    expect((await call(name, ['delete', '/clusters/ID'])).status).toBe(202);
  });

  it('tells who has no team what to do', async () => {
    const answer = await call('no-team', ['post', '/clusters']);
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({
      code: 'no-team',
      detail: expect.stringContaining('van geen enkel team lid'),
    });
  });

  it('gives who was put out of a team in a review nothing for that team', async () => {
    const name = 'put-out-of-team';
    expect((await call(name, ['get', '/clusters/ID'])).status).toBe(404);
    const refused = await call(name, ['post', '/clusters']);
    expect(refused.body.errors).toMatchObject([{ code: 'owner-not-own-team' }]);
    const { body } = await app.call(name, 'get', '/teams');
    expect(body.items).toMatchObject([{ owner: 'group:default/vergunningen' }]);
  });

  it('writes refusals to the audit log, and looks that are let through not', async () => {
    await app.call(DEV, 'get', `/clusters/${id}`);
    expect(app.audited).toEqual([]);
    await call('dev-vergunningen', ['get', '/clusters/ID']);
    await call('dev-vergunningen', ['delete', '/clusters/ID']);
    expect(app.audited).toMatchObject([
      {
        eventId: 'fetch',
        status: 'failed',
        queryType: 'cluster',
        clusterId: id,
        user: 'user:default/dev-vergunningen',
      },
      { eventId: 'cluster-delete', status: 'failed', clusterId: id },
    ]);
    // people read their own lines: these must not tell whose cluster it is
    expect(JSON.stringify(app.audited)).not.toContain('burgerzaken"');
    await call('auditor', ['delete', '/clusters/ID']);
    expect(app.audited[2]).toMatchObject({
      eventId: 'cluster-delete',
      status: 'failed',
      owner: 'group:default/burgerzaken',
    });
  });

  it('leaves the rest of the plugin behind the barrier of Backstage', async () => {
    const answer = await request(app.backend.server).get('/api/free-tier/x');
    expect(answer.status).toBe(401);
  });

  describe('actions', () => {
    const invoke = (name: string, action: string, input: object) =>
      app.actions.invoke({
        id: `test:${action}`,
        input: input as never,
        credentials: mockCredentials.user(`user:default/${name}`),
      });

    it('do what the API does, as the person who starts them', async () => {
      const listed = await invoke(DEV, 'list-clusters', {});
      expect(listed.output).toMatchObject({ clusters: [{ id }] });
      const read = await invoke(DEV, 'get-cluster', { id });
      expect(read.output).toMatchObject({ id, state: 'ready' });

      const input = { ...buildRequest({ name: 'actie' }), idempotencyKey: 'a' };
      const created = await invoke(DEV, 'create-cluster', input);
      const repeated = await invoke(DEV, 'create-cluster', input);
      expect(created.output).toMatchObject({ name: 'actie' });
      expect((repeated.output as { id: string }).id).toBe(
        (created.output as { id: string }).id,
      );
      const deleted = await invoke(DEV, 'delete-cluster', { id });
      expect(deleted.output).toMatchObject({ id, state: 'deleting' });
    });

    it('refuse what the API refuses, in words', async () => {
      await expect(
        invoke('dev-vergunningen', 'get-cluster', { id }),
      ).rejects.toThrow(/^Er is geen cluster met id/);
      await expect(
        invoke(DEV, 'create-cluster', {
          ...buildRequest({ name: 'Fout' }),
          language: 'en',
        }),
      ).rejects.toThrow(/lower-case letters/);
      await expect(
        invoke(DEV, 'list-clusters', { scope: 'all' }),
      ).rejects.toThrow('U mag dit niet doen.');
      await expect(
        app.actions.invoke({
          id: 'test:list-clusters',
          input: {},
          credentials: mockCredentials.service(),
        }),
      ).rejects.toThrow(/signed-in person/);
    });
  });
});
