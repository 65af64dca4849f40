import { LongFilterCatalogClient } from './LongFilterCatalogClient';

function createClient() {
  const fetch = jest.fn(
    async (_url: string, _init?: RequestInit) =>
      ({
        ok: true,
        json: async () => ({ items: [], totalItems: 0, pageInfo: {} }),
      } as Response),
  );
  const client = new LongFilterCatalogClient({
    discoveryApi: { getBaseUrl: async () => 'http://portal/api/catalog' },
    fetchApi: { fetch: fetch as never },
  });
  return { client, fetch };
}

const GROUPS = Array.from(
  { length: 1_000 },
  (_, index) => `group:default/afdeling-dienstverlening-team-${index}`,
);

describe('LongFilterCatalogClient', () => {
  it('asks in the body for what a thousand groups own', async () => {
    const { client, fetch } = createClient();
    await client.queryEntities({
      filter: { kind: 'component', 'relations.OWNEDBY': GROUPS },
      limit: 20,
    });
    const [url, init] = fetch.mock.calls[0];
    expect(init?.method).toBe('POST');
    expect(url).toBe('http://portal/api/catalog/entities/by-query');
    const { query, limit } = JSON.parse(String(init?.body));
    expect(limit).toBe(20);
    expect(query.$all).toHaveLength(2);
    expect(JSON.stringify(query)).toContain(GROUPS.at(-1));
    // the body that the catalog takes at most
    expect(String(init?.body).length).toBeLessThan(100_000);
  });

  it('asks in the body for the next page of it', async () => {
    const { client, fetch } = createClient();
    const query = { 'relations.OWNEDBY': { $in: GROUPS } };
    const cursor = btoa(JSON.stringify({ query, orderFields: [] }));
    await client.queryEntities({ cursor });
    const [url, init] = fetch.mock.calls[0];
    expect(init?.method).toBe('POST');
    expect(url).toBe('http://portal/api/catalog/entities/by-query');
  });

  it('leaves a short question in the address', async () => {
    const { client, fetch } = createClient();
    await client.queryEntities({ filter: { kind: 'component' } });
    expect(fetch.mock.calls[0][0]).toContain('filter=kind%3Dcomponent');
  });
});
