import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility';
import { openApi } from './clusters';
import { signIn, type DemoAccount } from './session';

const results = (page: Page) =>
  page.getByRole('list', { name: 'Resultaten' }).getByRole('listitem');

/** The index is filled within a minute of the start of the portal. */
async function searchUntilFound(
  page: Page,
  query: { query: string; category?: string },
  text = '',
) {
  await expect(async () => {
    await page.goto(`/search?${new URLSearchParams(query)}`);
    await expect(results(page).filter({ hasText: text }).first()).toBeVisible({
      timeout: 10_000,
    });
  }).toPass({ timeout: 90_000 });
}

/** Whether somebody finds what only team burgerzaken may see, in a title, a text or a count. */
async function findSetApart(account: DemoAccount): Promise<boolean> {
  const api = await openApi(account);
  const response = await api.get('/api/search/v1/results', {
    params: { q: 'adresfraude' },
  });
  expect(response.status()).toBe(200);
  const { total, facets } = (await response.json()) as {
    total: number;
    facets: unknown[];
  };
  const isInText = (await response.text())
    .toLowerCase()
    .includes('adresfraude');
  expect([total > 0, facets.length > 0]).toEqual([isInText, isInText]);
  return isInText;
}

test.describe('searching the portal', () => {
  test.setTimeout(240_000);

  test('shows and counts only what one may see', async () => {
    for (const account of ['dev-burgerzaken', 'auditor'] as const) {
      // the index is filled within a minute of the start of the portal
      await expect
        .poll(() => findSetApart(account), { timeout: 120_000 })
        .toBe(true);
    }
    for (const account of ['dev-vergunningen', 'no-team'] as const) {
      expect(await findSetApart(account), account).toBe(false);
    }
  });

  test('finds in Dutch, by kind, with the keyboard alone', async ({ page }) => {
    await signIn(page, 'dev-burgerzaken');

    await test.step('the box of the navigation leads to the results', async () => {
      await searchUntilFound(page, { query: 'clusters' });
      await page.goto('/catalog');
      const box = page.getByRole('searchbox', { name: 'Zoek in het portaal' });
      await box.focus();
      await page.keyboard.type('clusters aanvraag');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/search\?query=clusters\+aanvraag$/);
      const title = page.getByRole('link', { name: 'Free-tier API' });
      await expect(title).toBeVisible();
      // "clusters aanvragen" in its description is marked
      await expect(
        results(page).filter({ has: title }).locator('mark').last(),
      ).toHaveText('aanvragen');
      await expectAccessible(page);
    });

    await test.step('one kind is chosen, and the address keeps it', async () => {
      const kinds = page.getByRole('navigation', {
        name: 'Alleen één soort tonen',
      });
      await kinds.getByRole('link', { name: /^API's \(\d+\)$/ }).focus();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/category=api$/);
      await page.reload();
      await expect(kinds.getByRole('link', { name: /^API's/ })).toHaveAttribute(
        'aria-current',
        'true',
      );
      const found = await results(page).allInnerTexts();
      expect(found.length).toBeGreaterThan(0);
      for (const text of found) expect(text).toMatch(/^API\n/);
    });

    await test.step('a result opens what it is about', async () => {
      await page.getByRole('link', { name: 'Free-tier API' }).click();
      await expect(page).toHaveURL(/\/catalog\/default\/api\/free-tier/);
    });

    await test.step('pages of documentation are found too, with their team', async () => {
      // made when it is first read, and in the index within a minute
      await page.goto('/docs/default/component/nerds-portal');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await searchUntilFound(
        page,
        { query: 'clusters', category: 'documentation' },
        'Eigenaar: Platform',
      );
    });

    await test.step('it can be used on a small screen', async () => {
      await page.setViewportSize({ width: 320, height: 800 });
      await page.goto('/search?query=clusters');
      await expect(results(page).first()).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });
  });

  test('helps who finds nothing, and tells who runs the platform', async ({
    page,
  }) => {
    const query = `onvindbaar ${Date.now().toString(36)}`;
    await signIn(page, 'dev-burgerzaken');
    await page.goto(`/search?${new URLSearchParams({ query })}`);
    await expect(
      page.getByText(`Niets gevonden voor “${query}”`),
    ).toBeVisible();
    await expect(
      page.getByRole('link', { name: 'Begin het zelf met een sjabloon' }),
    ).toBeVisible();
    await expect(page.getByText('Tevergeefs gezocht')).toBeHidden();
    await expectAccessible(page);

    await page.context().clearCookies();
    await signIn(page, 'platform-engineer', '/search');
    await page.getByText('Tevergeefs gezocht').click();
    await expect(page.getByRole('cell', { name: query })).toBeVisible();
    await expectAccessible(page);
  });
});
