import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Entity } from '@backstage/catalog-model';
import { DocumentedEntities } from './DocumentedEntities';

const FORGE = 'http://forge.example:3000';

function buildEntity(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': `url:${FORGE}/team/${name}/src/branch/main/catalog-info.yaml`,
        'backstage.io/techdocs-ref': 'dir:.',
      },
    },
  };
}

function setUp() {
  const known: Entity[] = [buildEntity('oud')];
  const clock = { now: Date.parse('2027-01-11T09:00:00Z') };
  const reads: number[] = [];
  const current = () => catalogServiceMock({ entities: known });
  const entities = new DocumentedEntities({
    auth: mockServices.auth(),
    catalog: {
      ...current(),
      queryEntities: (request, options) => {
        reads.push(clock.now);
        return current().queryEntities(request, options);
      },
      getEntitiesByRefs: (request, options) =>
        current().getEntitiesByRefs(request, options),
    },
    integrations: ScmIntegrations.fromConfig(
      new ConfigReader({
        integrations: {
          gitea: [{ host: 'forge.example:3000', baseUrl: FORGE }],
        },
      }),
    ),
    now: () => clock.now,
    wait: async ms => {
      clock.now += ms;
    },
  });
  const find = async (name: string) =>
    (await entities.findByRepository(`${FORGE}/team/${name}`)).map(
      ({ metadata }) => metadata.name,
    );
  return { clock, find, known, reads };
}

describe('DocumentedEntities', () => {
  it('asks the catalog once a minute about what it knows', async () => {
    const { clock, find, reads } = setUp();
    expect(await find('oud')).toEqual(['oud']);
    clock.now += 59_000;
    expect(await find('oud')).toEqual(['oud']);
    expect(reads).toHaveLength(1);
    clock.now += 1_000;
    await find('oud');
    expect(reads).toHaveLength(2);
  });

  it('finds what was registered a moment ago', async () => {
    const { clock, find, known } = setUp();
    await find('oud');
    known.push(buildEntity('nieuw'));
    clock.now += 1_000;
    expect(await find('nieuw')).toEqual(['nieuw']);
  });

  it('does not ask time and again about what has no documentation', async () => {
    const { find, reads } = setUp();
    for (let push = 0; push < 3; push += 1) {
      expect(await find('onbekend')).toEqual([]);
    }
    const waits = reads.slice(1).map((at, index) => at - reads[index]);
    expect(waits).toEqual([5_000, 5_000, 5_000]);
  });
});
