import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility';
import { identityProviderOrigin, isOff } from './localStack';
import { signIn } from './session';

const DOCS = '/docs/default/component/nerds-portal';
const MKDOCS = path.resolve(__dirname, '../mkdocs.yml');

test.describe('the documentation of the portal', () => {
  test.setTimeout(300_000);

  test('is read in the portal, without help from elsewhere', async ({
    page,
    baseURL,
  }) => {
    test.skip(
      Boolean(process.env.SKIP_WHAT_IS_OFF) && isOff('docs-tools'),
      'this machine cannot make documentation (./nerds status says why)',
    );
    const sources = await readFile(MKDOCS, 'utf8');
    const own = [new URL(baseURL!).origin, identityProviderOrigin()];
    const elsewhere: string[] = [];
    page.on('request', request => {
      if (!own.includes(new URL(request.url()).origin)) {
        elsewhere.push(request.url());
      }
    });
    await signIn(page, 'dev-burgerzaken');

    await test.step('the pages are made at the first visit', async () => {
      const heading = page.getByRole('heading', { name: 'NeRDS portal' });
      // the tools may still be on their way; a visit before that says so
      await expect(async () => {
        await page.goto(DOCS);
        await expect(heading).toBeVisible({ timeout: 30_000 });
      }).toPass({ timeout: 120_000 });
      await expectAccessible(page);
    });

    await test.step('a page with code and tables can be read on a small screen', async () => {
      await page.setViewportSize({ width: 320, height: 800 });
      await page.goto(`${DOCS}/how-to/use-kubectl/`);
      await expect(
        page.getByRole('heading', { level: 1, name: /kubectl/ }),
      ).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });

    await test.step('nothing was asked from elsewhere, and the sources are as they were', async () => {
      expect(elsewhere).toEqual([]);
      expect(await readFile(MKDOCS, 'utf8')).toBe(sources);
    });
  });
});
