import type { Knex } from 'knex';
import {
  buildNewToken,
  createTestDatabases,
  createTestStore,
  DAY_MS,
  NOW,
} from '../__testUtils__/testDatabase';
import type { DatabaseTokenStore } from './DatabaseTokenStore';
import type { TokenQuery } from './TokenStore';

const initDatabase = createTestDatabases();
const OTHER_TEAM = 'group:default/vergunningen';
const after = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

jest.setTimeout(60_000);

describe('DatabaseTokenStore', () => {
  let knex: Knex;
  let store: DatabaseTokenStore;

  beforeAll(async () => {
    knex = await initDatabase();
    store = await createTestStore(knex);
  });
  beforeEach(() => knex('machine_tokens').delete());

  const add = async (overrides = {}) => {
    const token = await store.insertToken(buildNewToken(overrides));
    return token!;
  };
  const list = async (query: TokenQuery, now = NOW) =>
    (await store.listTokens(query, now)).map(({ id }) => id);

  it('keeps a token, and gives the hash to nobody who does not ask for it', async () => {
    const token = buildNewToken({ id: 'a', purpose: 'Uitrollen' });
    const { secretHash, ...record } = token;
    await expect(store.insertToken(token)).resolves.toEqual(record);
    await expect(store.getTokens(['b', 'a'])).resolves.toEqual([
      undefined,
      record,
    ]);
    await expect(store.listTokens({}, NOW)).resolves.toEqual([record]);
    await expect(store.getTokenWithHash('a')).resolves.toEqual({
      token: record,
      secretHash,
    });
    await expect(store.getTokenWithHash('b')).resolves.toBeUndefined();
  });

  it('has a name once among the valid tokens of a team', async () => {
    await add({ id: 'a', name: 'uitrol' });
    await expect(
      store.insertToken(buildNewToken({ name: 'uitrol' })),
    ).resolves.toBeUndefined();
    await add({ id: 'b', name: 'uitrol', team: OTHER_TEAM });
    await store.revokeToken('a', { by: 'user:default/x', at: NOW });
    await add({ id: 'c', name: 'uitrol' });
    await add({ id: 'd', name: 'uitrol', createdAt: after(90) });
    await expect(list({})).resolves.toEqual(['d', 'a', 'b', 'c']);
  });

  it('gives a name to one of many who want it at the same time', async () => {
    const results = await Promise.all(
      Array.from({ length: 8 }, () =>
        store.insertToken(buildNewToken({ name: 'uitrol' })),
      ),
    );
    expect(results.filter(Boolean)).toHaveLength(1);
  });

  it('finds tokens by team, state and id', async () => {
    await add({ id: 'a' });
    await add({ id: 'b', team: OTHER_TEAM });
    await add({ id: 'c', expiresAt: NOW });
    await add({ id: 'd', expiresAt: NOW });
    await store.revokeToken('d', { by: 'user:default/x', at: NOW });
    await expect(list({ state: 'active' })).resolves.toEqual(['a', 'b']);
    await expect(list({ state: 'expired' })).resolves.toEqual(['c']);
    await expect(list({ state: 'revoked' })).resolves.toEqual(['d']);
    await expect(list({ team: OTHER_TEAM })).resolves.toEqual(['b']);
    await expect(list({ id: 'b', state: 'active' })).resolves.toEqual(['b']);
  });

  it('gives what the policy lets through, also in odd forms', async () => {
    await add({ id: 'a' });
    await add({ id: 'b', team: OTHER_TEAM });
    const own = { teams: ['group:default/burgerzaken'] };
    const other = { teams: [OTHER_TEAM] };
    const nobody = { teams: [] };
    const readable = (criteria: TokenQuery['readable']) =>
      list({ readable: criteria });
    await expect(readable(own)).resolves.toEqual(['a']);
    await expect(readable(nobody)).resolves.toEqual([]);
    await expect(readable({ not: own })).resolves.toEqual(['b']);
    await expect(readable({ anyOf: [own, other] })).resolves.toEqual([
      'a',
      'b',
    ]);
    await expect(readable({ allOf: [own, other] })).resolves.toEqual([]);
    await expect(
      readable({ allOf: [{ anyOf: [own, other] }, { not: own }] }),
    ).resolves.toEqual(['b']);
    await expect(readable({ anyOf: [] as any })).resolves.toEqual([]);
    await expect(
      list({ readable: { anyOf: [own, other] }, team: OTHER_TEAM }),
    ).resolves.toEqual(['b']);
  });

  it('writes a use down at most once per interval', async () => {
    await add({ id: 'a' });
    const use = async (seconds: number, address: string) => {
      const at = new Date(NOW.getTime() + seconds * 1000);
      const unlessAfter = new Date(at.getTime() - 60_000);
      await store.recordUse('a', { at, address, unlessAfter });
      const [token] = await store.getTokens(['a']);
      return [token?.lastUsedAt?.getTime(), token?.lastUsedFrom];
    };
    const first = [NOW.getTime(), '192.0.2.1'];
    await expect(use(0, '192.0.2.1')).resolves.toEqual(first);
    await expect(use(59, '192.0.2.2')).resolves.toEqual(first);
    await expect(use(60, '192.0.2.3')).resolves.toEqual([
      NOW.getTime() + 60_000,
      '192.0.2.3',
    ]);
  });

  it('keeps who revoked a token first', async () => {
    await add({ id: 'a' });
    const revoke = (by: string, at: Date) => store.revokeToken('a', { by, at });
    await revoke('user:default/first', NOW);
    await expect(revoke('user:default/second', after(1))).resolves.toEqual(
      expect.objectContaining({
        revokedBy: 'user:default/first',
        revokedAt: NOW,
      }),
    );
    await expect(
      store.revokeToken('b', { by: 'user:default/x', at: NOW }),
    ).resolves.toBeUndefined();
  });

  it('hands out every reminder once, and no needless one', async () => {
    await add({ id: 'long', expiresAt: after(90) });
    await add({ id: 'short', expiresAt: after(10) });
    await add({ id: 'revoked', expiresAt: after(90) });
    await store.revokeToken('revoked', { by: 'user:default/x', at: NOW });
    const claim = async (days: number, now: Date) =>
      (await store.claimReminders(days, now)).map(({ id }) => id);
    // made for ten days, so nobody needs to hear of fourteen
    await expect(claim(14, NOW)).resolves.toEqual([]);
    await expect(claim(3, after(7))).resolves.toEqual(['short']);
    await expect(claim(14, after(76))).resolves.toEqual(['long']);
    await expect(claim(14, after(77))).resolves.toEqual([]);
    await expect(claim(3, after(87))).resolves.toEqual(['long']);
    await expect(claim(14, after(88))).resolves.toEqual([]);
    await store.returnReminder('long', 3);
    await expect(claim(3, after(88))).resolves.toEqual(['long']);
    await store.returnReminder('long', 3);
    await expect(claim(3, after(90))).resolves.toEqual([]);
  });
});
