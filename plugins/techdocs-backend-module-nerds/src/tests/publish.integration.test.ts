import { rm } from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  eventsServiceRef,
  type EventParams,
} from '@backstage/plugin-events-node';
import S3rver from 's3rver';
import { useDocsTools } from '../__testUtils__/docsTools';
import {
  buildEntity,
  startDocsBackend,
} from '../__testUtils__/startDocsBackend';
import { createTestDatabases } from '../__testUtils__/testDatabase';

const initDatabase = createTestDatabases();
const directory = createMockDirectory();
const published: EventParams[] = [];
const events = createServiceFactory({
  service: eventsServiceRef,
  deps: {},
  factory: () => ({
    publish: async params => {
      published.push(params);
    },
    subscribe: async () => {},
  }),
});

async function startObjectStore() {
  const store = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: directory.resolve('store'),
    configureBuckets: [{ name: 'docs', configs: [] }],
  });
  const { port } = await store.run();
  return { endpoint: `http://127.0.0.1:${port}`, stop: () => store.close() };
}

describe('publishing with the real TechDocs backend and tools', () => {
  useDocsTools();
  beforeEach(() => {
    published.length = 0;
    directory.setContent({
      store: {},
      dienst: {
        'mkdocs.yml': 'site_name: Dienst\n',
        docs: { 'index.md': '# Welkom', 'weg.md': '# Weg' },
      },
    });
  });

  it.each(['local', 'awsS3'])(
    '%s: a page is there, and gone when it is',
    async type => {
      const store = type === 'awsS3' ? await startObjectStore() : undefined;
      const publisher = store
        ? {
            type,
            awsS3: {
              bucketName: 'docs',
              region: 'eu-west-1',
              endpoint: store.endpoint,
              s3ForcePathStyle: true,
              credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
            },
          }
        : { type, local: { publishDirectory: directory.resolve('site') } };
      const knex = await initDatabase();
      // a fresh uid each time: TechDocs looks again after a minute at the earliest
      const start = () =>
        startDocsBackend({
          entities: [buildEntity(directory, 'dienst')],
          publisher,
          knex,
          features: [events],
        });

      const first = await start();
      expect(await first.sync('dienst')).toContain(
        'event: finish\ndata: {"updated":true}',
      );
      const page = await first.getPage('dienst');
      expect(page.headers.get('content-type')).toContain('text/plain');
      expect(await page.text()).toContain('Welkom');
      expect((await first.getPage('dienst', 'weg/')).status).toBe(200);
      const metadata = await first.get(
        '/metadata/techdocs/default/component/dienst',
      );
      expect(await metadata.json()).toMatchObject({
        site_name: 'Dienst',
        build_timestamp: expect.any(Number),
        language: 'en',
      });
      expect(published).toEqual([
        {
          topic: 'techdocs.published',
          eventPayload: { entityRef: 'component:default/dienst' },
        },
      ]);
      await first.stop();

      const unchanged = await start();
      expect(await unchanged.sync('dienst')).toContain('{"updated":false}');
      await unchanged.stop();

      await rm(directory.resolve('dienst/docs/weg.md'));
      directory.addContent({ dienst: { docs: { 'index.md': '# Anders' } } });
      const changed = await start();
      expect(await changed.sync('dienst')).toContain('{"updated":true}');
      expect(await (await changed.getPage('dienst')).text()).toContain(
        'Anders',
      );
      expect((await changed.getPage('dienst', 'weg/')).status).toBe(404);
      await changed.stop();
      await store?.stop();
    },
  );

  it('shows a broken site with its log, and keeps the pages that were there', async () => {
    const publisher = {
      type: 'local',
      local: { publishDirectory: directory.resolve('site') },
    };
    const entities = () => [buildEntity(directory, 'dienst')];
    const knex = await initDatabase();
    const start = () =>
      startDocsBackend({ entities: entities(), publisher, knex });
    const first = await start();
    await first.sync('dienst');
    await first.stop();

    directory.addContent({ dienst: { 'mkdocs.yml': 'nav: 3' } });
    const broken = await start();
    const answer = await broken.sync('dienst');
    expect(answer).toMatch(/event: error\ndata: ".*nav/);
    expect(answer).toContain('event: log');
    // the lines of TechDocs itself name its temporary directories, ours do not
    expect(answer).not.toContain(directory.resolve('dienst'));
    expect((await broken.getPage('dienst')).status).toBe(200);
    await broken.stop();
  });
});
