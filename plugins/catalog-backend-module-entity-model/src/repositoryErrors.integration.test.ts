import { TestDatabases } from '@backstage/backend-test-utils';
import type { EntityError } from '@nerds/plugin-entity-model-common';
import { startCatalog } from './__testUtils__/startCatalog';

jest.setTimeout(120_000);

const NO_YAML = 'kind: Component\n  metadata: x\n';

const component = (name: string, owner?: string) => `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: ${name} }
spec: { type: library, lifecycle: production${
  owner ? `, owner: ${owner}` : ''
} }
`;

const location = (name: string, spec: string) => `
apiVersion: backstage.io/v1alpha1
kind: Location
metadata: { name: ${name} }
spec: { owner: group:default/vergunningen, type: url, ${spec} }
`;

const inRepository = (repository: string, file = 'catalog-info.yaml') =>
  `/${repository}/src/branch/main/${file}`;

const BALIE = inRepository('burgerzaken/balie');
const PART = inRepository('burgerzaken/balie', 'deel.yaml');
const PERMITS = inRepository('vergunningen/loket');
/** In none of these is anything that came in. */
const UNKNOWN = [
  inRepository('burgerzaken/balie-geheim'),
  inRepository('Burgerzaken/Balie'),
  inRepository('burgerzaken/nieuw'),
  '/burgerzaken/balie/main/catalog-info.yaml',
];

describe('a file that names no owner', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const files: Record<string, string> = {
    [BALIE]: component('balie', 'burgerzaken'),
    [PART]: NO_YAML,
    [PERMITS]: component('loket', 'vergunningen'),
    ...Object.fromEntries(UNKNOWN.map(path => [path, NO_YAML])),
  };
  let catalog: Awaited<ReturnType<typeof startCatalog>>;

  const list = async (name: string): Promise<EntityError[]> => {
    const { status, body } = await catalog.ask(name);
    expect(status).toBe(200);
    expect(body.totalItems).toBe(body.items.length);
    return body.items;
  };
  const filesOf = (errors: EntityError[]) =>
    errors.map(({ fileUrl }) => fileUrl?.slice(catalog.origin.length)).sort();

  beforeAll(async () => {
    catalog = await startCatalog(await databases.init('POSTGRES_18'), files);
    for (const path of [BALIE, PERMITS, ...UNKNOWN]) {
      await catalog.register(path);
    }
    await catalog.waitForEntity('component:default/balie');
    await catalog.waitForEntity('component:default/loket');
    files[BALIE] = NO_YAML;
    files[PERMITS] = [
      component('loket', 'vergunningen'),
      component('zonder'),
      location('eigen', 'targets: [./leeg.yaml]'),
      location('van-balie', `target: "${catalog.origin}${PART}"`),
      location('beide', `targets: [./leeg.yaml, "${catalog.origin}${PART}"]`),
    ].join('---');
    files[inRepository('vergunningen/loket', 'leeg.yaml')] = NO_YAML;
    await catalog.waitForErrors(UNKNOWN.length + 5);
  });

  afterAll(() => catalog?.stop());

  it('is told to a team that has something out of the same repository', async () => {
    const own = await list('burgerzaken');
    expect(filesOf(own)).toEqual([BALIE, PART].sort());
    for (const { owner, problems } of own) {
      expect(owner).toBeUndefined();
      expect(problems).toMatchObject([{ line: 1 }]);
    }
  });

  it('is told to nobody for having had it read, or for calling it their own', async () => {
    const refs = (await list('vergunningen')).map(({ entityRef }) => entityRef);
    expect(refs).toEqual([
      'component:default/zonder',
      'location:default/eigen',
    ]);
  });

  it.each(['nobody', 'revoked'])('is not told to %s', async name => {
    expect(await list(name)).toEqual([]);
  });

  it('is told to the platform, wherever it is', async () => {
    const all = await list('platform');
    expect(all).toHaveLength(UNKNOWN.length + 5);
    expect(filesOf(all)).toEqual(expect.arrayContaining(UNKNOWN));
  });
});
