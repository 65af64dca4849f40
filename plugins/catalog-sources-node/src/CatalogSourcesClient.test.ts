import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import { catalogSourcesServiceRef } from './CatalogSourcesService';
import { MAX_ITEM_ERRORS } from './messages';

const SOURCE = {
  id: 'proef',
  title: { nl: 'Proef', en: 'Trial' },
  kind: 'register' as const,
};
const counts = {
  read: 1,
  added: 0,
  changed: 0,
  unchanged: 0,
  archived: 0,
  removed: 0,
  failed: 1,
};

describe('catalogSourcesServiceRef', () => {
  let server: Server;
  let told: { path: string; authorization?: string; body: any }[];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', chunk => chunks.push(chunk));
      request.on('end', () => {
        const body = JSON.parse(Buffer.concat(chunks).toString());
        const { authorization } = request.headers;
        told.push({ path: request.url ?? '', authorization, body });
        response.writeHead(204).end();
      });
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  afterAll(async () => {
    await new Promise(resolve => {
      server.close(resolve);
    });
  });
  beforeEach(() => {
    told = [];
  });

  const createClient = async (
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  ) =>
    ServiceFactoryTester.from(
      mockServices.discovery.mock({ getBaseUrl: async () => baseUrl }).factory,
    ).getService(catalogSourcesServiceRef, 'catalog');

  it('tells of the start and the end of a run, as the plugin that imports', async () => {
    const sources = await createClient();
    await sources.registerSource(SOURCE);
    const runId = await sources.startRun('proef');
    await sources.finishRun(runId, {
      state: 'incomplete',
      counts,
      error: 'Bladzijde 7',
      itemErrors: [
        {
          itemId: 'x'.repeat(5_000),
          itemUrl: 'data:text/html,x',
          message: { nl: 'Fout\u0000', en: 'Error' },
        },
        ...Array.from({ length: 1_500 }, (_, i) => ({
          itemId: `${i}`,
          itemUrl: 'https://register.example/1',
          message: { nl: 'Fout', en: 'Error' },
        })),
      ],
    });
    const source = { ...SOURCE, taskId: 'catalog-source:proef' };
    const start = told.find(({ path }) => path === `/internal/runs/${runId}`);
    expect(start?.authorization).toContain('plugin:catalog');
    expect(start?.body).toMatchObject({ source });
    const end = told.find(({ path }) => path.endsWith(`${runId}/outcome`));
    expect(end?.body).toMatchObject({
      source,
      startedAt: start?.body.startedAt,
      state: 'incomplete',
      counts,
      error: { nl: 'Bladzijde 7', en: 'Bladzijde 7' },
      itemErrorCount: 1_501,
    });
    const [first, second] = end?.body.itemErrors;
    expect(end?.body.itemErrors).toHaveLength(MAX_ITEM_ERRORS);
    expect(first.itemId).toHaveLength(1_000);
    expect(first.itemUrl).toBeUndefined();
    expect(first.message.nl).toBe('Fout');
    expect(second.itemUrl).toBe('https://register.example/1');
  });

  it('lets an import start when nobody can be told', async () => {
    const sources = await createClient('http://127.0.0.1:1');
    await sources.registerSource(SOURCE);
    await expect(sources.startRun('proef')).resolves.toMatch(/^[0-9a-f-]{36}$/);
  });

  it('knows no run of a source that was not registered', async () => {
    const sources = await createClient();
    await expect(sources.startRun('onbekend')).rejects.toThrow('onbekend');
    await expect(
      sources.finishRun('onbekend', { state: 'failed', counts }),
    ).rejects.toThrow('onbekend');
  });
});
