import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import { readOpenApiDocument } from '@nerds/http-api';
import { createAnswerCheck } from '@nerds/http-api/testUtils';
import type { Knex } from 'knex';
import request from 'supertest';
import { useDocsTools } from '../__testUtils__/docsTools';
import { GiteaServer } from '../__testUtils__/GiteaServer';
import {
  buildEntity,
  startDocsBackend,
} from '../__testUtils__/startDocsBackend';
import { createTestDatabases } from '../__testUtils__/testDatabase';

jest.setTimeout(120_000);

const initDatabase = createTestDatabases();
const directory = createMockDirectory();
const GOOD = {
  'mkdocs.yml': 'site_name: Dienst\n',
  'docs/index.md': '# Eerst',
};
const REF = 'component:default/dienst';
const METADATA = '/metadata/techdocs/default/component/dienst';
const UNKNOWN = '0d9c4f0e-5f3a-4b7e-9a52-6f1f6f7f2a11';

let forge: GiteaServer;
let knex: Knex;
let docs: Awaited<ReturnType<typeof startDocsBackend>>;
let expectDescribed: ReturnType<typeof createAnswerCheck>;
let audited: JsonObject[];

/** A portal that starts, with what the one before it left in its database. */
async function start(
  options: {
    builds?: JsonObject;
    builder?: 'local' | 'external';
    mayBuild?: boolean;
  } = {},
) {
  const { builds, builder, mayBuild = true } = options;
  const entity = buildEntity(directory, 'dienst');
  entity.metadata.annotations![
    'backstage.io/managed-by-location'
  ] = `url:http://${forge.host}/team/dienst/src/branch/main/catalog-info.yaml`;
  entity.relations = [{ type: 'ownedBy', targetRef: 'group:default/team' }];
  const bare = buildEntity(directory, 'zonder');
  delete bare.metadata.annotations!['backstage.io/techdocs-ref'];
  const auditor = mockServices.auditor.mock();
  audited = [];
  auditor.createEvent.mockImplementation(async ({ eventId, meta }) => {
    const write =
      (status: string) =>
      async (end: { meta?: JsonObject } = {}) => {
        audited.push({ eventId, status, ...meta, ...end.meta });
      };
    return { success: write('succeeded'), fail: write('failed') };
  });
  docs = await startDocsBackend({
    ...{ knex, builds, builder },
    entities: [entity, bare],
    features: [
      auditor.factory,
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
      mockServices.permissions.factory({
        result: mayBuild ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      }),
    ],
    publisher: {
      type: 'local',
      local: { publishDirectory: directory.resolve('site') },
    },
    integrations: {
      gitea: [{ host: forge.host, baseUrl: `http://${forge.host}` }],
    },
  });
}

/** Asks the API as a person; the answer has to be as it is described. */
async function call(method: 'get' | 'post', path: string, body?: unknown) {
  const asked = request(docs.server)
    [method](`/api/techdocs/v1${path}`)
    .set('Authorization', mockCredentials.user.header());
  const answer = await (body === undefined
    ? asked
    : asked.send(body as object));
  expectDescribed(method, path, answer);
  return answer;
}

const askForBuild = () => call('post', '/builds', { entityRef: REF });

/** Asks again and again, as the page does, until a build has ended. */
async function waitForEnd(id: string) {
  for (;;) {
    const { body } = await call('get', `/builds/${id}`);
    if (body.state !== 'running') return body;
    await new Promise(resolve => {
      setTimeout(resolve, 200);
    });
  }
}

const readMetadata = async () =>
  (
    await request(docs.server)
      .get(`/api/techdocs${METADATA}`)
      .set('Authorization', mockCredentials.user.header())
  ).body;

/** What TechDocs says to whoever opens the page. */
const open = async () =>
  (
    await request(docs.server)
      .get('/api/techdocs/sync/default/component/dienst')
      .set('Authorization', mockCredentials.user.header())
      .buffer(true)
      .parse((answer, done) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
        answer.on('end', () => done(null, text));
      })
  ).body as string;

describe('documentation that a person has built again', () => {
  useDocsTools();
  beforeAll(async () => {
    expectDescribed = createAnswerCheck(
      await readOpenApiDocument(
        resolvePackagePath(
          '@nerds/plugin-techdocs-backend-module-nerds',
          'openapi/openapi.yaml',
        ),
      ),
    );
  });
  beforeEach(async () => {
    directory.setContent({ site: {} });
    knex = await initDatabase();
    forge = new GiteaServer();
    await forge.start();
    forge.commit(GOOD);
  });
  afterEach(async () => {
    await docs.stop();
    await forge.stop();
  });

  it('is made when what was wrong was not in the repository', async () => {
    await start({ builds: { timeout: { milliseconds: 1 } } });
    expect(await open()).toContain('event: error');
    await docs.stop();
    // somebody gave builds more time
    await start();
    expect(await open()).toContain('event: error');

    const { status, body } = await askForBuild();
    expect(status).toBe(202);
    expect(body).toMatchObject({ entityRef: REF, state: 'running' });
    const built = await waitForEnd(body.id);
    expect(built).toMatchObject({ state: 'succeeded' });
    expect(built.endedAt >= built.startedAt).toBe(true);
    expect(await open()).toContain('{"updated":false}');
    expect(await readMetadata()).toMatchObject({ site_name: 'Dienst' });
    expect(audited).toEqual([
      {
        eventId: 'docs-build',
        status: 'succeeded',
        object: REF,
        team: 'group:default/team',
      },
    ]);
  });

  it('is made once for twenty who ask, also when nothing changed', async () => {
    await start();
    await open();
    const before = await readMetadata();
    expect(forge.downloads).toBe(1);

    const answers = await Promise.all(
      Array.from({ length: 20 }, () => askForBuild()),
    );
    const ids = new Set(answers.map(({ body }) => body.id));
    expect(ids.size).toBe(1);
    const [id] = ids;
    expect(await waitForEnd(id)).toMatchObject({ state: 'succeeded' });
    expect(forge.downloads).toBe(2);
    const after = await readMetadata();
    expect(after.build_timestamp).toBeGreaterThan(before.build_timestamp);
    expect(after.etag).toBe(before.etag);
  });

  it('says why it cannot be made, and shows that to whoever opens it', async () => {
    forge.commit({ 'mkdocs.yml': 'site_name: Dienst\nnav: geen lijst\n' });
    await start();
    const { body } = await askForBuild();
    const built = await waitForEnd(body.id);
    expect(built).toMatchObject({
      state: 'failed',
      reason: expect.stringMatching(/\S/),
      log: expect.stringMatching(/nav.*Expected/),
    });
    expect(built.log).not.toContain('/tmp/');
    expect(await open()).toContain(JSON.stringify(built.reason));
    expect(forge.downloads).toBe(1);
  });

  it('is refused to who may not, and where there is nothing to build', async () => {
    await start({ mayBuild: false });
    const refused = await askForBuild();
    expect(refused.status).toBe(403);
    expect(refused.body.code).toBe('not-allowed');
    expect(audited).toEqual([
      { eventId: 'docs-build', status: 'failed', object: REF },
    ]);
    const stranger = await request(docs.server)
      .post('/api/techdocs/v1/builds')
      .send({ entityRef: REF });
    expectDescribed('post', '/builds', stranger);
    expect(stranger.status).toBe(401);
    await docs.stop();

    await start({ builder: 'external' });
    const elsewhere = await askForBuild();
    expect([elsewhere.status, elsewhere.body.code]).toEqual([
      409,
      'built-elsewhere',
    ]);
    expect(forge.downloads).toBe(0);
    for (const name of ['zonder', 'onbekend']) {
      const answer = await call('post', '/builds', {
        entityRef: `component:default/${name}`,
      });
      expect([answer.status, answer.body.code]).toEqual([
        404,
        'site-not-found',
      ]);
    }
  });

  it('is answered with what is wrong with the question', async () => {
    await start();
    for (const [body, code] of [
      [{}, 'field-required'],
      [{ entityRef: 1 }, 'field-not-text'],
      [{ entityRef: 'dienst' }, 'field-not-entity-ref'],
      [{ entityRef: `${REF}\n` }, 'field-not-entity-ref'],
      [{ entityRef: REF, force: true }, 'field-unknown'],
    ] as const) {
      const answer = await call('post', '/builds', body);
      expect(answer.status).toBe(400);
      expect(answer.body.errors).toMatchObject([{ code }]);
    }
    const list = await call('post', '/builds', []);
    expect([list.status, list.body.code]).toEqual([400, 'body-not-object']);
    for (const id of [UNKNOWN, 'x']) {
      const answer = await call('get', `/builds/${id}`);
      expect([answer.status, answer.body.code]).toEqual([
        404,
        'build-not-found',
      ]);
    }
    const { body: description } = await call('get', '/openapi.json');
    expect(description.servers[0].url).toBe('/api/techdocs/v1');
    expect(audited).toEqual([]);
  });
});
