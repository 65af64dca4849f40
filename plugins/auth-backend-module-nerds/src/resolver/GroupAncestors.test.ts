import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { GroupAncestors } from './GroupAncestors';

const ref = (name: string) => `group:default/${name}`;

function group(name: string, parents: string[], type = 'team'): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { type, children: [] },
    relations: parents.map(parent => ({
      type: 'childOf',
      targetRef: parent.includes(':') ? parent : ref(parent),
    })),
  };
}

function setUp(entities: Entity[]) {
  const real = catalogServiceMock({ entities });
  const catalog = catalogServiceMock.mock({
    getEntitiesByRefs: request => real.getEntitiesByRefs(request),
  });
  const logger = mockServices.logger.mock();
  const ancestors = new GroupAncestors({
    catalog,
    auth: mockServices.auth(),
    logger,
  });
  return { ancestors, catalog, logger };
}

const TREE = [
  group('balie', ['burgerzaken']),
  group('burgerzaken', ['gemeente']),
  group('gemeente', [], 'organization'),
  group('loop-a', ['loop-b']),
  group('loop-b', ['loop-a']),
  group('two', ['burgerzaken', 'elsewhere']),
  group('odd', ['user:default/somebody', 'missing']),
  group('elsewhere', []),
];

describe('GroupAncestors', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each<[string, string[], 'teams' | 'all' | 'none', string[]]>([
    ['every level', ['balie'], 'all', ['burgerzaken', 'gemeente']],
    ['no organization', ['balie'], 'teams', ['burgerzaken']],
    ['nothing when told so', ['balie'], 'none', []],
    ['nothing for nobody', [], 'all', []],
    ['a circle once', ['loop-a'], 'all', ['loop-b']],
    ['several parents', ['two'], 'teams', ['burgerzaken', 'elsewhere']],
    ['only groups that exist', ['odd'], 'all', []],
    ['nothing above an unknown group', ['nowhere'], 'all', []],
    ['no team twice', ['balie', 'burgerzaken'], 'teams', []],
  ])('finds %s', async (_title, teams, which, expected) => {
    const { ancestors } = setUp(TREE);
    await expect(ancestors.find(teams.map(ref), which)).resolves.toEqual(
      expected.map(ref),
    );
  });

  it('does not climb for ever', async () => {
    const chain = Array.from({ length: 40 }, (_, i) =>
      group(`g${i}`, [`g${i + 1}`]),
    );
    const { ancestors, catalog } = setUp(chain);
    const found = await ancestors.find([ref('g0')], 'all');
    expect(found).toHaveLength(10);
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(11);
  });

  it('remembers for a minute', async () => {
    const { ancestors, catalog } = setUp(TREE);
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(now);
    await ancestors.find([ref('balie')], 'all');
    await ancestors.find([ref('balie')], 'all');
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(3);
    clock.mockReturnValue(now + 61_000);
    await ancestors.find([ref('balie')], 'all');
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(6);
  });

  it('asks for 10,000 groups in parts', async () => {
    const { ancestors, catalog } = setUp([
      ...TREE,
      group('team-7', ['burgerzaken']),
    ]);
    const teams = Array.from({ length: 10_000 }, (_, i) => ref(`team-${i}`));
    await expect(ancestors.find(teams, 'teams')).resolves.toEqual([
      ref('burgerzaken'),
    ]);
    expect(catalog.getEntitiesByRefs).toHaveBeenCalledTimes(22);
  });

  it('does without when the catalog does not answer, and says so', async () => {
    const { ancestors, catalog, logger } = setUp(TREE);
    catalog.getEntitiesByRefs.mockRejectedValue(new Error('down'));
    await expect(ancestors.find([ref('balie')], 'all')).resolves.toEqual([]);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('did not say which groups are above'),
    );
  });
});
