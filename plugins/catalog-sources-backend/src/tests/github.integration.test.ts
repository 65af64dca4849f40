import githubModule from '@backstage/plugin-catalog-backend-module-github';
import {
  ANNOTATION_SOURCE,
  validateEntity,
} from '@nerds/plugin-entity-model-common';
import type { DirectoryFailure } from '../__testUtils__/Directory';
import { FakeGithub } from '../__testUtils__/FakeGithub';
import { startCatalog, type TestCatalog } from '../__testUtils__/startCatalog';
import { createTestDatabases } from '../__testUtils__/testDatabase';

jest.setTimeout(60_000);

const initDatabase = createTestDatabases();
const github = new FakeGithub();

const buildFile = (name: string) => `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: ${name} }
spec: { type: service, lifecycle: production, owner: burgerzaken }
`;

const buildProvider = (timeoutSeconds: number) => ({
  host: github.host,
  organization: 'gemeente',
  catalogPath: '/catalog-info.yaml',
  validateLocationsExist: true,
  pageSizes: { repositories: 3 },
  schedule: {
    frequency: { trigger: 'manual' },
    timeout: { seconds: timeoutSeconds },
  },
});

describe('discovery on GitHub', () => {
  let catalog: TestCatalog;

  beforeAll(async () => {
    await github.start();
    catalog = await startCatalog({
      initDatabase,
      modules: [githubModule],
      config: {
        integrations: { github: [github.integration] },
        catalog: {
          providers: {
            github: { proef: buildProvider(60), traag: buildProvider(2) },
          },
        },
      },
    });
  });
  afterAll(async () => {
    await catalog?.stop();
    await github.stop();
  });
  beforeEach(() => {
    github.failure = undefined;
    github.hiccups = [];
  });

  it('takes over what has a file, also when GitHub asks to wait or is away for a moment', async () => {
    github.repositories = {
      balie: { file: buildFile('balie') },
      leeg: { isEmpty: true },
      loket: { file: buildFile('loket'), isRenamed: true },
      museum: { file: buildFile('museum'), isArchived: true },
      zaken: { file: buildFile('zaken') },
      zonder: {},
      kapot: { file: 'kind: Component\n  metadata: x\n' },
    };
    github.hiccups = ['rate-limit', 'bad-gateway'];
    const { state, counts, itemErrors } = await catalog.run('github:proef');
    expect(github.hiccups).toEqual([]);
    expect({ state, counts }).toMatchObject({
      state: 'incomplete',
      counts: { read: 4, added: 4, unchanged: 0, removed: 0, failed: 1 },
    });
    expect(itemErrors).toMatchObject([
      {
        itemUrl: `${github.origin}/gemeente/kapot/blob/main/catalog-info.yaml`,
        message: { nl: expect.stringMatching(/YAML/i) },
      },
    ]);
    const components = await catalog.waitForNames('component', [
      'balie',
      'loket',
      'zaken',
    ]);
    for (const entity of components) {
      expect(entity.metadata.annotations?.[ANNOTATION_SOURCE]).toBe(
        'github:proef',
      );
      const errors = validateEntity(entity).filter(
        ({ severity }) => severity === 'error',
      );
      expect(errors).toEqual([]);
    }
  });

  it('takes out a repository that is gone, one without its file and one that was archived', async () => {
    delete github.repositories.kapot;
    delete github.repositories.loket;
    github.repositories.zaken = {};
    expect(await catalog.run('github:proef')).toMatchObject({
      state: 'succeeded',
      counts: { read: 1, added: 0, unchanged: 1, removed: 3, failed: 0 },
      itemErrors: [],
    });
    await catalog.cleanUp();
    await catalog.waitForNames('component', ['balie']);
    const source = await catalog.getSource('github:proef');
    expect(source).toMatchObject({ kind: 'discovery', state: 'succeeded' });
    expect(source.freshAt).toBe(source.endedAt);
    expect(source.durationMs).toBeGreaterThan(0);
  });

  it.each<[DirectoryFailure, string, RegExp]>([
    ['half', 'github:proef', /niet goed te lezen: .*Something broke halfway/],
    ['quota', 'github:proef', /te veel vragen.*API rate limit exceeded/],
    ['refused', 'github:proef', /weigert de toegang.*Bad credentials/],
    ['silence', 'github:traag', /niet binnen de tijd/],
  ])(
    'tells that it went wrong (%s), keeps what was there and no secret',
    async (failure, id, reason) => {
      github.repositories.nieuw = { file: buildFile('nieuw') };
      github.repositories.ook = { file: buildFile('ook') };
      github.failure = failure;
      const { state, counts, error } = await catalog.run(id);
      expect({ state, counts }).toMatchObject({
        state: 'failed',
        counts: { read: 0, added: 0, removed: 0 },
      });
      expect(error?.nl).toMatch(reason);
      expect(JSON.stringify(error)).not.toContain(github.secret);
      const components = await catalog.listEntities('component');
      expect(components.map(({ metadata }) => metadata.name)).toEqual([
        'balie',
      ]);
    },
  );
});
