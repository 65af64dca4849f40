import { expect, test, type APIRequestContext } from '@playwright/test';
import { openApi } from './clusters';
import { isOff } from './localStack';
import type { DemoAccount } from './session';

/** Of team burgerzaken, and annotated to be seen by that team alone. */
const ENTITY = 'onderzoek-adresfraude';

/** Of the same team, and for everybody to see. */
const OPEN_ENTITY = 'paspoort-aanvragen';

const ALLOWED: DemoAccount[] = [
  'dev-burgerzaken',
  // of a team that is a part of burgerzaken
  'dev-balie',
  'platform-engineer',
  'auditor',
  'administrator',
];
const OTHERS: DemoAccount[] = ['dev-vergunningen', 'data-owner', 'no-team'];

async function readJson<T>(
  api: APIRequestContext,
  path: string,
  params: Record<string, string> = {},
): Promise<T> {
  const response = await api.get(path, { params });
  expect(response.status(), `${path} ${await response.text()}`).toBe(200);
  return response.json();
}

async function statusOf(api: APIRequestContext, path: string) {
  return (await api.get(path)).status();
}

/** In how many ways somebody comes across the entity, or hears of its existence. */
async function readTraces(api: APIRequestContext, name = ENTITY) {
  // of the team, but not what other journeys have made for it
  const filter = [
    'kind=component',
    'relations.ownedBy=group:default/burgerzaken',
    `metadata.name=${OPEN_ENTITY}`,
    `metadata.name=${name}`,
  ].join();
  const list = await readJson<{
    items: { metadata: { name: string } }[];
    totalItems: number;
  }>(api, '/api/catalog/entities/by-query', { filter, limit: '100' });
  const { facets } = await readJson<{
    facets: Record<string, { value: string; count: number }[]>;
  }>(api, '/api/catalog/entity-facets', { filter, facet: 'spec.type' });
  const byRefs = await api.post('/api/catalog/entities/by-refs', {
    data: { entityRefs: [`component:default/${name}`] },
  });
  const { items } = (await byRefs.json()) as { items: unknown[] };
  const search = await readJson<{ results: { document: { title: string } }[] }>(
    api,
    '/api/search/query',
    { term: 'adresfraude' },
  );
  const byName = `by-name/component/default/${name}`;
  return {
    inList: list.items.some(({ metadata }) => metadata.name === name),
    listed: list.totalItems,
    counted: facets['spec.type'].reduce((sum, { count }) => sum + count, 0),
    byRefs: items.filter(Boolean).length,
    byName: await statusOf(api, `/api/catalog/entities/${byName}`),
    ancestry: await statusOf(api, `/api/catalog/entities/${byName}/ancestry`),
    docs: await statusOf(
      api,
      `/api/techdocs/metadata/entity/default/component/${name}`,
    ),
    found: search.results.length > 0,
  };
}

test.describe('an entity for its own team', () => {
  test.setTimeout(300_000);

  for (const account of ALLOWED) {
    test(`is there for ${account}`, async () => {
      const api = await openApi(account);
      // the catalog and the search index are filled after the portal has started
      await expect
        .poll(() => readTraces(api), { timeout: 180_000 })
        .toEqual({
          inList: true,
          listed: 2,
          counted: 2,
          byRefs: 1,
          byName: 200,
          ancestry: 200,
          docs: 200,
          found: true,
        });
      await api.dispose();
    });
  }

  for (const account of OTHERS) {
    test(`does not exist for ${account}`, async () => {
      const api = await openApi(account);
      const traces = await readTraces(api);
      expect(traces).toMatchObject({
        inList: false,
        listed: 1,
        counted: 1,
        byRefs: 0,
        byName: 404,
        docs: 404,
        found: false,
      });
      // some addresses answer 403 instead of 404, for what was never there as well
      expect(traces).toEqual(await readTraces(api, 'never-there'));
      await api.dispose();
    });
  }

  test('shows its documentation to nobody else, also after it was made', async () => {
    test.skip(
      Boolean(process.env.SKIP_WHAT_IS_OFF) && isOff('docs-tools'),
      'this machine cannot make documentation (./nerds status says why)',
    );
    const page = `/api/techdocs/static/docs/default/component/${ENTITY}/index.html`;
    const sync = `/api/techdocs/sync/default/component/${ENTITY}`;
    const [member, other] = await Promise.all([
      openApi('dev-burgerzaken'),
      openApi('dev-vergunningen'),
    ]);
    await expect(async () => {
      expect([200, 201, 304]).toContain(await statusOf(member, sync));
      expect(await statusOf(member, page)).toBe(200);
    }).toPass({ timeout: 180_000 });
    expect(await statusOf(other, page)).toBe(404);
    // asked for as pages of something that everybody may read
    const hidden = page.replace(ENTITY, `nerds-portal/..%2f${ENTITY}`);
    expect(await statusOf(other, hidden)).toBe(404);
    expect(await statusOf(other, sync)).toBe(404);
    await Promise.all([member.dispose(), other.dispose()]);
  });
});
