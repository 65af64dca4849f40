import { TestDatabases } from '@backstage/backend-test-utils';
import type { EntityError } from '@nerds/plugin-entity-model-common';
import { startCatalog } from './__testUtils__/startCatalog';

jest.setTimeout(120_000);

function build(name: string, owner: string, more = ''): string {
  return `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: ${name}${more} }
spec: { type: library, lifecycle: production${owner && `, owner: ${owner}`} }
`;
}

const BROKEN = ', annotations: { nerds.overheid.nl/integrity: veel }';

const FIRST = {
  '/mixed.yaml': [
    build('goed', 'burgerzaken'),
    build('kapot', 'burgerzaken', BROKEN),
    build('anders', 'group:default/vergunningen', BROKEN),
    build('elders', 'burgerzaken', `${BROKEN}, namespace: elders`),
    build('zonder', ''),
  ].join('---'),
  '/later.yaml': build('later', 'Group:Default/Burgerzaken'),
  '/unread.yaml': build('verdwenen', 'burgerzaken'),
};

const THEN = {
  '/later.yaml': build('later', 'Group:Default/Burgerzaken', BROKEN),
  '/unread.yaml': 'kind: Component\n  metadata: x\n',
};

describe('what does not come into the catalog', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const files: Record<string, string> = { ...FIRST };
  let catalog: Awaited<ReturnType<typeof startCatalog>>;

  const list = async (name: string, language?: string) => {
    const { status, body } = await catalog.ask(name, '', language);
    expect(status).toBe(200);
    expect(body.totalItems).toBe(body.items.length);
    return body.items as EntityError[];
  };
  const refsOf = async (name: string) =>
    (await list(name)).map(({ entityRef }) => entityRef.split('/')[1]);

  beforeAll(async () => {
    catalog = await startCatalog(await databases.init('POSTGRES_18'), files);
    await catalog.register('/mixed.yaml?private_token=geheim');
    await catalog.register('/later.yaml');
    await catalog.register('/unread.yaml');
    await catalog.waitForEntity('component:default/later');
    await catalog.waitForEntity('component:default/verdwenen');
    Object.assign(files, THEN);
    await catalog.waitForErrors(6);
  });

  afterAll(() => catalog?.stop());

  it('is told to the team that it names as its owner, with field and remedy', async () => {
    const [broken, later, ...others] = await list('burgerzaken');
    const field = 'metadata.annotations["nerds.overheid.nl/integrity"]';
    expect(broken).toEqual({
      entityRef: 'component:default/kapot',
      owner: 'group:default/burgerzaken',
      fileUrl: `${catalog.origin}/mixed.yaml?private_token=…`,
      lastSeenAt: expect.any(String),
      isInCatalog: false,
      problems: [
        {
          field,
          detail: `${field} kent de waarde “veel” niet. Kies uit: low, medium, high.`,
        },
      ],
    });
    expect(later).toMatchObject({
      entityRef: 'component:default/later',
      isInCatalog: true,
    });
    expect(others).toEqual([]);
    const [english] = await list('burgerzaken', 'en');
    expect(english.problems[0].detail).toBe(
      `${field} does not know the value “veel”. Choose from: low, medium, high.`,
    );
  });

  it.each([
    ['vergunningen', ['anders']],
    ['nobody', []],
    ['revoked', []],
  ])('is not told to another team: %s', async (name, expected) => {
    expect(await refsOf(name)).toEqual(expected);
  });

  it('is all told to who may see the runs of the sources, page by page', async () => {
    const all = await list('platform');
    expect(all.map(({ entityRef }) => entityRef)).toEqual([
      'component:default/anders',
      'component:default/kapot',
      'component:default/later',
      'component:default/zonder',
      'component:elders/elders',
      expect.stringMatching(/^location:/),
    ]);
    const paged: EntityError[] = [];
    let cursor: string | undefined;
    do {
      const query = `?limit=4${cursor ? `&cursor=${cursor}` : ''}`;
      const { body } = await catalog.ask('platform', query);
      expect(body.totalItems).toBe(6);
      paged.push(...body.items);
      cursor = body.nextCursor;
    } while (cursor);
    expect(paged).toEqual(all);
    expect(all.at(-1)).toMatchObject({
      fileUrl: `${catalog.origin}/unread.yaml`,
      problems: [{ line: 1, detail: expect.stringMatching('YAML') }],
    });
    expect(all.find(({ owner }) => !owner)?.entityRef).toBe(
      'component:default/zonder',
    );
  });

  it.each([
    ['machine', '', 403],
    [undefined, '', 401],
    ['platform', '?limit=0', 400],
    ['platform', '?limit=2&cursor=x', 400],
    ['platform', '?owner=group:default/burgerzaken', 400],
  ])('is not told to %s with %s', async (name, query, status) => {
    const answer = await catalog.ask(name, query);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toContain('problem+json');
  });

  it('is described to everyone', async () => {
    const { headers } = await catalog.describe();
    expect(headers['access-control-allow-origin']).toBe('*');
  });

  it('is told no more at once when it was repaired', async () => {
    files['/later.yaml'] = FIRST['/later.yaml'];
    await catalog.waitForErrors(5);
    const { body } = await catalog.ask('burgerzaken');
    expect(body.items.map(({ entityRef }: EntityError) => entityRef)).toEqual([
      'component:default/kapot',
    ]);
  });
});
