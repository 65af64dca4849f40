import { OwnedEntityIndex } from './OwnedEntityIndex';

const ENTITY = { entityId: '1', entityRef: 'component:default/balie' };

describe('OwnedEntityIndex', () => {
  it('reads once for everyone who asks within a quarter of a minute', async () => {
    let now = 0;
    const listOwned = jest.fn(async () => [ENTITY]);
    const index = new OwnedEntityIndex({
      store: { listOwned },
      now: () => new Date(now),
    });
    await Promise.all([index.list(), index.list()]);
    now = 14_999;
    expect(await index.list()).toEqual([ENTITY]);
    expect(listOwned).toHaveBeenCalledTimes(1);
    now = 15_000;
    listOwned.mockResolvedValue([]);
    expect(await index.list()).toEqual([]);
  });

  it('keeps no failure', async () => {
    const listOwned = jest
      .fn<Promise<(typeof ENTITY)[]>, []>()
      .mockRejectedValueOnce(new Error('the database is away'))
      .mockResolvedValue([ENTITY]);
    const index = new OwnedEntityIndex({
      store: { listOwned },
      now: () => new Date(0),
    });
    await expect(index.list()).rejects.toThrow('the database is away');
    expect(await index.list()).toEqual([ENTITY]);
  });
});
