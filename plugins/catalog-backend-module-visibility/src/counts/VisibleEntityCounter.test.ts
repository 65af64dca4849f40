import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { VisibleEntityCounter, type Facets } from './VisibleEntityCounter';

const READER = 'metadata.annotations.nerds.overheid.nl/readable-by';
const TYPES = { facets: ['spec.type'] };
const TEAM = 'group:default/burgerzaken';
const OTHERS = 'group:default/vergunningen';

const OPEN: Facets = {
  'spec.type': [
    { value: 'library', count: 2 },
    { value: 'website', count: 1 },
  ],
};
const OWN: Facets = {
  'spec.type': [
    { value: 'website', count: 3 },
    { value: 'service', count: 1 },
  ],
};
const READERS: Facets = {
  [READER]: [
    { value: 'everyone', count: 10 },
    { value: TEAM, count: 2 },
    { value: OTHERS, count: 4 },
    { value: 'nobody', count: 8 },
  ],
};

function create() {
  const catalog = catalogServiceMock.mock();
  const ask = catalog.getEntityFacets.mockImplementation(
    async ({ query }: any) => {
      if (!query) return { facets: READERS };
      const isOpen = query[READER].$in.includes('everyone');
      return { facets: isOpen ? OPEN : OWN };
    },
  );
  const listReaders = () =>
    ask.mock.calls.map(([{ query }]: any) => query?.[READER].$in);
  const counter = new VisibleEntityCounter({
    auth: mockServices.auth(),
    catalog,
  });
  return { ask, counter, listReaders };
}

describe('VisibleEntityCounter', () => {
  it('adds what is of the own teams to what everyone may see', async () => {
    const { counter } = create();
    expect(await counter.countFacets(TYPES, ['everyone', TEAM])).toEqual({
      'spec.type': [
        { value: 'library', count: 2 },
        { value: 'service', count: 1 },
        { value: 'website', count: 4 },
      ],
    });
    expect(await counter.countFacets(TYPES, [TEAM])).toEqual({
      'spec.type': [
        { value: 'service', count: 1 },
        { value: 'website', count: 3 },
      ],
    });
    expect(await counter.countFacets(TYPES, ['everyone'])).toEqual(OPEN);
  });

  it('asks once for what everyone may see, and for each what is of the own teams', async () => {
    const { counter, listReaders } = create();
    await Promise.all([
      counter.countFacets(TYPES, ['everyone', TEAM]),
      counter.countFacets(TYPES, ['everyone']),
      counter.countFacets(TYPES, ['everyone', OTHERS]),
    ]);
    await counter.countFacets(TYPES, ['everyone', TEAM]);
    expect(listReaders()).toEqual([['everyone'], [TEAM], [OTHERS], [TEAM]]);
  });

  it('knows how many each may see from one question for all', async () => {
    const { counter, ask } = create();
    const totals = await Promise.all(
      [['everyone'], ['everyone', TEAM], ['everyone', TEAM, OTHERS], []].map(
        readers => counter.countEntities({}, readers),
      ),
    );
    expect(totals).toEqual([10, 12, 16, 0]);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('asks anew for other fields and for other entities', async () => {
    const { counter, ask } = create();
    const count = (more: object) =>
      counter.countFacets({ ...TYPES, ...more }, ['everyone']);
    await count({});
    await count({ facets: ['spec.lifecycle'] });
    await count({ filter: [{ kind: ['api'] }] });
    await count({ filter: [{ kind: [''] }] });
    await count({ filter: [{ kind: [Symbol()] }] });
    expect(ask).toHaveBeenCalledTimes(5);
  });

  it('asks again after a failure', async () => {
    const { counter, ask } = create();
    ask.mockRejectedValueOnce(new Error('no catalog'));
    await expect(counter.countEntities({}, [TEAM])).rejects.toThrow(
      'no catalog',
    );
    expect(await counter.countEntities({}, [TEAM])).toBe(2);
  });
});
