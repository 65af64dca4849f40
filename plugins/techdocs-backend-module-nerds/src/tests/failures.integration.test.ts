import { createMockDirectory } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
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
const BROKEN = { 'mkdocs.yml': 'site_name: Dienst\nnav: geen lijst\n' };
const GOOD = { 'mkdocs.yml': 'site_name: Dienst\n' };
const METADATA = '/metadata/techdocs/default/component/dienst';

let forge: GiteaServer;
let knex: Knex;
let docs: Awaited<ReturnType<typeof startDocsBackend>>;

/** A portal that starts, with what the one before it left in its database. */
async function start(builds: JsonObject = {}) {
  // a uid of its own each time: TechDocs looks again after a minute at the earliest
  const entity = buildEntity(directory, 'dienst');
  entity.metadata.annotations![
    'backstage.io/managed-by-location'
  ] = `url:http://${forge.host}/team/dienst/src/branch/main/catalog-info.yaml`;
  docs = await startDocsBackend({
    knex,
    builds,
    entities: [entity],
    publisher: {
      type: 'local',
      local: { publishDirectory: directory.resolve('site') },
    },
    integrations: {
      gitea: [{ host: forge.host, baseUrl: `http://${forge.host}` }],
    },
  });
}

describe('documentation that cannot be made', () => {
  useDocsTools();
  beforeEach(async () => {
    directory.setContent({ site: {} });
    knex = await initDatabase();
    forge = new GiteaServer();
    await forge.start();
    forge.commit({ 'docs/index.md': '# Eerst', ...BROKEN });
  });
  afterEach(async () => {
    await docs.stop();
    await forge.stop();
  });

  it('is tried once, also after a restart, and everyone sees the log', async () => {
    await start();
    const first = await docs.sync('dienst');
    expect(first).toContain('event: error');
    expect(first).toMatch(/nav/);
    expect(forge.downloads).toBe(1);

    const second = await docs.sync('dienst');
    const error = (text: string) => /event: error\n(.*)/.exec(text)?.[1];
    expect(error(second)).toBe(error(first));
    expect(second).toContain('could not be made on 20');
    expect(second).toMatch(/nav.*Expected/);
    expect(second).not.toContain('/tmp/');

    await docs.stop();
    await start();
    expect(error(await docs.sync('dienst'))).toBe(error(first));
    expect(forge.downloads).toBe(1);
  });

  it('is made after a push that mends it, and tells of which commit and when', async () => {
    await start();
    await docs.sync('dienst');
    const id = forge.commit(GOOD, '2026-11-02T08:30:00Z');
    expect(await docs.sync('dienst')).toContain('{"updated":true}');
    expect(await (await docs.getPage('dienst')).text()).toContain('Eerst');
    expect(await (await docs.get(METADATA)).json()).toMatchObject({
      commit: { id, committed_at: Date.parse('2026-11-02T08:30:00Z') },
    });
  });

  it('keeps the pages of before, and knows them when the source is as it was', async () => {
    const good = forge.commit(GOOD);
    await start();
    await docs.sync('dienst');
    await docs.stop();

    forge.commit(BROKEN);
    await start();
    expect(await docs.sync('dienst')).toContain('event: error');
    expect(await (await docs.getPage('dienst')).text()).toContain('Eerst');
    forge.reset(good);
    expect(await docs.sync('dienst')).toContain('{"updated":false}');
  });

  it('is tried again after a while, for what is not up to the source', async () => {
    await start({ rememberFailures: { milliseconds: 0 } });
    await docs.sync('dienst');
    await docs.sync('dienst');
    expect(forge.downloads).toBe(2);
  });

  it('is not remembered when the tools are what is missing', async () => {
    const { PATH } = process.env;
    await start();
    try {
      process.env.PATH = '/usr/bin:/bin';
      expect(await docs.sync('dienst')).toContain(
        'The documentation tools are not there (yet)',
      );
    } finally {
      process.env.PATH = PATH;
    }
    expect(await docs.sync('dienst')).toMatch(/nav.*Expected/);
    expect(forge.downloads).toBe(2);
  });

  it('of a repository that is too large is read once, and says what to do', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`data/${index}.csv`, 'x']),
    );
    forge.commit({ ...GOOD, ...files });
    await start({ maxFiles: 1 });
    for (const answer of [
      await docs.sync('dienst'),
      await docs.sync('dienst'),
    ]) {
      expect(answer).toMatch(/event: error\n.*too large.*more than 10 files/);
    }
    expect(forge.downloads).toBe(1);
  });
});
