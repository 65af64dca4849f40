import type { Entity } from '@backstage/catalog-model';
import type { FailedEntity } from '../database/EntityErrorStore';
import { OwnedEntityIndex } from './OwnedEntityIndex';

const REPOSITORY = 'https://forge.example.nl/team/dienst';

const build = (owner?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'balie' },
  spec: { owner },
});

const failed = (owner?: string): FailedEntity => ({
  entityId: '1',
  entityRef: 'component:default/balie',
  entity: build(owner),
});

function setUp(options: {
  listFailed: () => Promise<FailedEntity[]>;
  now?: () => number;
}) {
  const { listFailed, now = () => 0 } = options;
  const repository: { url?: string } = { url: REPOSITORY };
  const index = new OwnedEntityIndex({
    store: {
      async *listFailed() {
        yield await listFailed();
      },
      listOwners: async urls =>
        new Map(urls.map(url => [url, new Set(['group:default/dienst'])])),
    },
    findRepository: () => repository.url,
    now: () => new Date(now()),
  });
  return { index, repository };
}

describe('OwnedEntityIndex', () => {
  it('reads once for everyone who asks within a quarter of a minute', async () => {
    let now = 0;
    const listFailed = jest.fn(async () => [failed('balie')]);
    const { index } = setUp({ listFailed, now: () => now });
    await Promise.all([index.list(), index.list()]);
    now = 14_999;
    expect(await index.list()).toHaveLength(1);
    expect(listFailed).toHaveBeenCalledTimes(1);
    now = 15_000;
    listFailed.mockResolvedValue([]);
    expect(await index.list()).toEqual([]);
  });

  it('keeps no failure', async () => {
    const listFailed = jest
      .fn<Promise<FailedEntity[]>, []>()
      .mockRejectedValueOnce(new Error('the database is away'))
      .mockResolvedValue([failed('balie')]);
    const { index } = setUp({ listFailed });
    await expect(index.list()).rejects.toThrow('the database is away');
    expect(await index.list()).toHaveLength(1);
  });

  it.each([
    ['of whom it names', 'balie', ['group:default/balie']],
    [
      'of its repository when it names none',
      undefined,
      ['group:default/dienst'],
    ],
    [
      'of its repository when it names what is no name',
      ':',
      ['group:default/dienst'],
    ],
  ])('says that something is %s', async (_, owner, owners) => {
    const { index } = setUp({ listFailed: async () => [failed(owner)] });
    expect(await index.list()).toMatchObject([{ owners }]);
  });

  it('believes of what has been read again what it says now', async () => {
    const { index, repository } = setUp({ listFailed: async () => [failed()] });
    const [known] = await index.list();
    expect(index.refresh(known, build())).toEqual(known);
    expect(index.refresh(known, build('balie')).owners).toEqual([
      'group:default/balie',
    ]);
    repository.url = `${REPOSITORY}-2`;
    expect(index.refresh(known, build()).owners).toEqual([]);
    repository.url = undefined;
    expect(index.refresh(known, build()).owners).toEqual([]);
  });
});
