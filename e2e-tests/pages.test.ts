import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility';
import { signIn } from './session';

/** Every page that the navigation offers, and the forms behind it. */
const PAGES = [
  '/',
  '/clusters',
  '/create',
  '/create/templates/default/free-tier-cluster',
  '/create/tasks',
  '/catalog',
  '/catalog/default/system/nerds-portal',
  '/api-docs',
  '/docs',
  '/search',
  '/notifications',
  '/access',
  '/access/tokens',
  '/access/reviews',
  '/audit-log',
  '/settings',
];

const SCREENS = [
  { name: 'desktop', viewport: { width: 1280, height: 900 } },
  { name: '320 px', viewport: { width: 320, height: 800 } },
];

for (const { name, viewport } of SCREENS) {
  test.describe(name, () => {
    test.use({ viewport });

    test('every page is accessible', async ({ page }) => {
      test.setTimeout(300_000);
      await signIn(page, 'dev-burgerzaken');
      for (const path of PAGES) {
        await test.step(path, async () => {
          await page.goto(path);
          await expect(page.getByRole('main')).toBeVisible();
          await expect(page.getByRole('progressbar')).toHaveCount(0);
          await expectAccessible(page);
          await expectNoSidewaysScroll(page);
        });
      }
    });
  });
}

test('the sign-in pages are accessible', async ({ page }) => {
  await page.goto('/');
  const button = page.getByRole('button', { name: 'Aanmelden' });
  await expect(button).toBeVisible();
  await expectAccessible(page);
  await button.click();
  await expect(page.getByRole('button', { name: /no-team/ })).toBeVisible();
  await expectAccessible(page);
});

test('the first tab stop skips the navigation', async ({ page }) => {
  await signIn(page, 'dev-burgerzaken', '/clusters');
  await page.keyboard.press('Tab');
  await expect(
    page.getByRole('link', { name: 'Naar de inhoud' }),
  ).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test.describe('language', () => {
  test('follows the browser at first and the choice after', async ({
    browser,
  }) => {
    const context = await browser.newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    await signIn(page, 'dev-burgerzaken', '/clusters');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(
      page.getByRole('link', { name: 'Request a cluster' }),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Nederlands' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
    await page.reload();
    await expect(
      page.getByRole('link', { name: 'Cluster aanvragen' }),
    ).toBeVisible();
    await context.close();
  });
});
