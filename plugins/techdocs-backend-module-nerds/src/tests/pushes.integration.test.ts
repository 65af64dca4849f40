import { cp } from 'node:fs/promises';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { NotModifiedError } from '@backstage/errors';
import {
  DefaultEventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import { useDocsTools } from '../__testUtils__/docsTools';
import {
  buildEntity,
  startDocsBackend,
} from '../__testUtils__/startDocsBackend';
import { createTestDatabases } from '../__testUtils__/testDatabase';

const initDatabase = createTestDatabases();
const directory = createMockDirectory();
const FORGE = 'http://forge.example:3000';
const REPOSITORY = `${FORGE}/team/dienst`;
const SHA = 'a'.repeat(40);

/** A forge with one repository, whose commit the test changes. */
function createForge() {
  const forge = { commit: SHA, reads: 0 };
  const reader = createServiceFactory({
    service: coreServices.urlReader,
    deps: {},
    factory: () => ({
      ...mockServices.urlReader.mock(),
      readTree: async (_url: string, options?: { etag?: string }) => {
        forge.reads += 1;
        if (options?.etag === forge.commit) throw new NotModifiedError();
        return {
          etag: forge.commit,
          files: async () => [],
          archive: async () => {
            throw new Error('not used');
          },
          dir: async () => {
            const copy = directory.resolve(`copy-${forge.reads}`);
            await cp(directory.resolve('repository'), copy, {
              recursive: true,
            });
            return copy;
          },
        };
      },
    }),
  });
  return { forge, reader };
}

describe('a push to a repository with documentation', () => {
  useDocsTools();

  it('makes the next view fresh, and one elsewhere does nothing', async () => {
    directory.setContent({
      site: {},
      repository: {
        'mkdocs.yml': 'site_name: Dienst\n',
        docs: { 'index.md': '# Eerst' },
      },
    });
    const { forge, reader } = createForge();
    const bus = DefaultEventsService.create({
      logger: mockServices.logger.mock(),
      useEventBus: 'never',
    });
    const entity = buildEntity(directory, 'dienst');
    entity.metadata.annotations![
      'backstage.io/managed-by-location'
    ] = `url:${REPOSITORY}/src/branch/main/catalog-info.yaml`;
    const docs = await startDocsBackend({
      knex: await initDatabase(),
      entities: [entity],
      publisher: {
        type: 'local',
        local: { publishDirectory: directory.resolve('site') },
      },
      integrations: {
        gitea: [{ host: 'forge.example:3000', baseUrl: FORGE }],
      },
      features: [
        reader,
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => bus.forPlugin('techdocs'),
        }),
      ],
    });
    const push = (url: string) =>
      bus.publish({
        topic: 'gitea.push',
        eventPayload: { repository: { html_url: url } },
      });
    const readPage = async () => (await docs.getPage('dienst')).text();

    await docs.sync('dienst');
    const page = await readPage();
    expect(page).toContain('Eerst');
    expect(page).toContain(`href="${REPOSITORY}/_edit/main/docs/index.md"`);
    const metadata = await docs.get(
      '/metadata/techdocs/default/component/dienst',
    );
    expect(await metadata.json()).toMatchObject({
      commit: { id: SHA, url: `${REPOSITORY}/commit/${SHA}` },
    });

    forge.commit = 'b'.repeat(40);
    directory.addContent({ repository: { docs: { 'index.md': '# Daarna' } } });
    const reads = forge.reads;
    await push(`${FORGE}/team/dienst-anders`);
    await push('not a url');
    // TechDocs itself does not look again within a minute
    expect(await docs.sync('dienst')).toContain('{"updated":false}');
    expect(await readPage()).toContain('Eerst');
    expect(forge.reads).toBe(reads);

    await push(`${REPOSITORY}/`);
    for (
      let wait = 0;
      wait < 300 && !(await readPage()).includes('Daarna');
      wait += 1
    ) {
      await new Promise(resolve => {
        setTimeout(resolve, 100);
      });
    }
    expect(await readPage()).toContain('Daarna');
    await docs.stop();
  });
});
