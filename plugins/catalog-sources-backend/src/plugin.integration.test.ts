import { mockCredentials } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import request from 'supertest';
import { COUNTS } from './__testUtils__/FakeCatalog';
import { startSources } from './__testUtils__/startSources';
import { createTestDatabases } from './__testUtils__/testDatabase';

jest.setTimeout(120_000);

const initDatabase = createTestDatabases();
const RUN_ID = '0d9c4f0e-5f3a-4b7e-9a52-6f1f6f7f2a11';
const text = (value: string) => ({ nl: value, en: value });

describe('the sources of the catalog', () => {
  let knex: Knex;
  let portal: Awaited<ReturnType<typeof startSources>>;

  beforeAll(async () => {
    knex = await initDatabase();
    portal = await startSources({ knex });
    await portal.waitFor('proef', 'never');
  });
  afterAll(async () => portal.backend.stop());
  afterEach(async () => {
    portal.fake.outcome = { state: 'succeeded', counts: COUNTS };
    portal.fake.gate = Promise.resolve();
    portal.audited.length = 0;
    await knex('runs').delete();
  });

  it('runs a source when a platform engineer asks, and tells how it went', async () => {
    const itemErrors = Array.from({ length: 3 }, (_, i) => ({
      itemId: `api-${i}`,
      itemUrl:
        i === 0 ? 'https://register.example/0' : 'ftp://register.example/x',
      field: 'contact.email',
      message: { nl: `Fout ${i}`, en: `Error ${i}` },
    }));
    portal.fake.outcome = {
      state: 'incomplete',
      counts: COUNTS,
      error: 'Bladzijde 7 was niet te lezen.',
      itemErrors,
    };
    const answer = await portal.call('platform', 'post', '/sources/proef/runs');
    expect(answer.status).toBe(202);
    const source = await portal.waitFor('proef', 'incomplete');
    expect(source).toMatchObject({
      title: { nl: 'Proefregister', en: 'Trial register' },
      counts: COUNTS,
      itemErrorCount: 3,
      error: text('Bladzijde 7 was niet te lezen.'),
      schedule: 'manual',
      entityCount: 2,
      freshAt: source.endedAt,
    });
    expect(source.requestedAt).toBeUndefined();
    expect(source.durationMs).toBeGreaterThanOrEqual(0);

    const { body: runs } = await portal.call(
      'auditor',
      'get',
      '/sources/proef/runs',
    );
    expect(runs.items).toHaveLength(1);
    const path = `/runs/${runs.items[0].id}`;
    const first = await portal.call('auditor', 'get', `${path}?limit=2`);
    expect(first.body.itemErrors).toEqual([
      itemErrors[0],
      { ...itemErrors[1], itemUrl: undefined },
    ]);
    const { nextCursor } = first.body;
    const last = await portal.call(
      'auditor',
      'get',
      `${path}?limit=2&cursor=${nextCursor}`,
    );
    expect(last.body.itemErrors).toHaveLength(1);
    expect(last.body.nextCursor).toBeUndefined();
    expect(portal.audited).toEqual([
      {
        eventId: 'run-create',
        status: 'succeeded',
        object: 'catalog-source:proef',
      },
    ]);
  });

  it('shows a developer how fresh a source is, and not what went wrong', async () => {
    portal.fake.outcome = { state: 'failed', counts: COUNTS, error: 'geheim' };
    await portal.call('platform', 'post', '/sources/proef/runs');
    await portal.waitFor('proef', 'failed');
    const answer = await portal.call('dev', 'get', '/sources');
    expect(answer.text).not.toContain('geheim');
    const one = await portal.call('dev', 'get', '/sources/proef');
    // it has run and never went well
    expect(one.body).toMatchObject({
      state: 'failed',
      itemErrorCount: 0,
      isOverdue: true,
    });
    portal.fake.outcome = { state: 'succeeded', counts: COUNTS };
    await portal.call('platform', 'post', '/sources/proef/runs');
    const { endedAt } = await portal.waitFor('proef', 'succeeded');
    const { body } = await portal.call('dev', 'get', '/sources/proef');
    expect(body).toMatchObject({ freshAt: endedAt, isOverdue: false });
    expect(one.text).not.toContain('geheim');
    for (const path of ['/sources/proef/runs', `/runs/${RUN_ID}`]) {
      expect((await portal.call('dev', 'get', path)).status).toBe(403);
    }
  });

  it.each([
    ['dev', 403],
    ['auditor', 403],
    ['stranger', 403],
    [undefined, 401],
  ])('does not let %s have a source run', async (name, status) => {
    const answer = await portal.call(name, 'post', '/sources/proef/runs');
    expect(answer.status).toBe(status);
    const { body } = await portal.call(
      'platform',
      'get',
      '/sources/proef/runs',
    );
    expect(body.items).toEqual([]);
  });

  it('shows a stranger no source', async () => {
    expect((await portal.call('stranger', 'get', '/sources')).status).toBe(403);
    expect(portal.audited).toMatchObject([
      { eventId: 'fetch', status: 'failed', queryType: 'sources' },
    ]);
  });

  it('does not start a source twice', async () => {
    let open = () => {};
    portal.fake.gate = new Promise(resolve => {
      open = resolve;
    });
    await portal.call('platform', 'post', '/sources/proef/runs');
    await portal.waitFor('proef', 'running');
    const again = await portal.call('platform', 'post', '/sources/proef/runs');
    expect(again.status).toBe(409);
    expect(again.body.code).toBe('source-already-running');
    open();
    await portal.waitFor('proef', 'succeeded');
  });

  it('calls a run interrupted that is not heard of any more, and runs again when asked', async () => {
    const startedAt = new Date(Date.now() - 3_600_000);
    const heardAt = new Date(Date.now() - 3_000_000);
    await knex('runs').insert({
      id: RUN_ID,
      source_id: 'proef',
      state: 'running',
      started_at: startedAt,
      heard_at: heardAt,
    });
    // the scheduler of a backend that was killed still thinks that it runs
    await knex('backstage_backend_tasks__tasks')
      .where({ id: 'catalog-source:proef' })
      .update({
        current_run_ticket: 'gone',
        current_run_started_at: startedAt,
        current_run_expires_at: new Date(Date.now() + 3_600_000),
      });
    expect(await portal.getSource('proef')).toMatchObject({
      state: 'interrupted',
      endedAt: heardAt.toISOString(),
      durationMs: 600_000,
    });
    const answer = await portal.call('platform', 'post', '/sources/proef/runs');
    expect(answer.status).toBe(202);
    await portal.waitFor('proef', 'succeeded');
    const { body } = await portal.call('auditor', 'get', '/sources/proef/runs');
    expect(body.items.map(({ state }: { state: string }) => state)).toEqual([
      'succeeded',
      'interrupted',
    ]);
  });

  it.each([
    ['get', '/sources/weg', 404],
    ['get', '/sources/weg/runs', 404],
    ['post', '/sources/weg/runs', 404],
    ['get', `/runs/${RUN_ID}`, 404],
    ['get', '/runs/geen-uuid', 404],
    ['get', '/sources?state=failed', 400],
    ['get', `/runs/${RUN_ID}?limit=501`, 400],
    ['get', `/runs/${RUN_ID}?cursor=-1`, 400],
    ['get', '/nergens', 404],
  ] as const)('answers %s %s with %d', async (method, path, status) => {
    expect((await portal.call('platform', method, path)).status).toBe(status);
  });

  it.each([
    ['nobody', undefined, 401],
    ['a person', mockCredentials.user.header(), 403],
    ['a program', mockCredentials.service.header(), 403],
  ])('is told nothing by %s', async (_, header, status) => {
    for (const path of [
      'sources/x',
      `runs/${RUN_ID}`,
      `runs/${RUN_ID}/outcome`,
    ]) {
      const call = request(portal.backend.server)
        .put(`/api/catalog-sources/internal/${path}`)
        .send({});
      const answer = await (header ? call.set('Authorization', header) : call);
      expect(answer.status).toBe(status);
    }
  });

  it('refuses a report that is not as agreed', async () => {
    const answer = await request(portal.backend.server)
      .put(`/api/catalog-sources/internal/runs/${RUN_ID}`)
      .set(
        'Authorization',
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.service('plugin:catalog'),
          targetPluginId: 'catalog-sources',
        }),
      )
      .send({ source: { id: '../x' }, startedAt: 'gisteren' });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('source.id');
    await expect(knex('runs')).resolves.toEqual([]);
  });
});

it('shows what is in the ledger when the scheduler cannot be asked', async () => {
  const knex = await initDatabase();
  const portal = await startSources({ knex, hasCatalog: false });
  try {
    await knex('sources').insert({
      id: 'proef',
      title: text('Proef'),
      kind: 'register',
      plugin_id: 'catalog',
      task_id: 'x',
      registered_at: new Date(),
    });
    const { body } = await portal.call('dev', 'get', '/sources');
    expect(body).toMatchObject({
      isComplete: false,
      items: [{ id: 'proef', state: 'never' }],
    });
    const answer = await portal.call('platform', 'post', '/sources/proef/runs');
    expect(answer.status).toBeGreaterThanOrEqual(404);
    expect((await portal.getSource('proef')).requestedAt).toBeUndefined();
  } finally {
    await portal.backend.stop();
  }
});
