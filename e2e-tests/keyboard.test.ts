import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { deleteClustersOf } from './clusters';
import { choose, findFocusProblems, tabTo, waitUntilDrawn } from './keyboard';
import { signIn } from './session';

/** Every kind of page: lists, forms, one thing, settings. */
const PAGES = [
  '/',
  '/catalog',
  '/catalog/default/component/nerds-portal',
  '/catalog/default/group/burgerzaken',
  '/catalog-check',
  '/catalog-sources',
  '/catalog-import',
  '/catalog-graph',
  '/search?query=cluster',
  '/create',
  '/create/templates/default/rest-service-typescript',
  '/create/templates/default/free-tier-cluster',
  '/create/tasks',
  '/docs',
  '/api-docs',
  '/clusters',
  '/access',
  '/access/tokens',
  '/audit-log',
  '/settings',
];

const SCREENS = [
  { name: 'desktop', viewport: { width: 1280, height: 900 } },
  { name: '320 px', viewport: { width: 320, height: 800 } },
];

async function openPage(page: Page, path: string) {
  await page.goto(path);
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await waitUntilDrawn(page);
}

async function signInWithKeyboard(page: Page) {
  await page.goto('/');
  await choose(page, page.getByRole('button', { name: 'Aanmelden' }));
  await choose(page, page.getByRole('button', { name: /dev-burgerzaken/ }));
  await expect(page.getByRole('button', { name: 'Afmelden' })).toBeVisible();
}

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test.describe('with the keyboard alone', () => {
  test.beforeAll(() => deleteClustersOf('dev-burgerzaken'));
  test.afterAll(() => deleteClustersOf('dev-burgerzaken'));

  test('one gets a cluster with its kubeconfig, and takes it away', async ({
    page,
  }, testInfo) => {
    const name = `toets-${Date.now().toString(36)}`;
    await signInWithKeyboard(page);

    await test.step('a choice in the navigation leads to the page', async () => {
      await choose(page, page.getByRole('link', { name: 'Clusters' }));
      await expect(page).toHaveURL(/\/clusters$/);
      await expect(page.getByRole('main')).toBeFocused();
    });

    await test.step('the form is filled in and sent', async () => {
      await choose(page, page.getByRole('link', { name: 'Cluster aanvragen' }));
      const field = page.getByLabel(/^Naam/);
      await expect(field).toBeVisible();
      await tabTo(page, field);
      await page.keyboard.type(name);
      await tabTo(page, page.getByLabel(/^Doel/));
      await page.keyboard.type('Zonder muis');
      await choose(page, page.getByRole('button', { name: 'Controleren' }));
      const send = page.getByRole('button', { name: 'Cluster aanvragen' });
      await choose(page, send);
      await expect(page.getByText('Uw cluster is klaar')).toBeVisible();
    });

    await test.step('the kubeconfig is made and downloaded', async () => {
      await choose(page, page.getByRole('link', { name: 'Open het cluster' }));
      const tab = page.getByRole('tab', { name: 'Voor uzelf' });
      await expect(tab).toBeVisible();
      await tabTo(page, tab);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await tabTo(page, page.getByLabel(/^Waarvoor het is/));
      await page.keyboard.type('Toetsenbord');
      await choose(
        page,
        page.getByRole('button', { name: 'Kubeconfig maken' }),
      );
      const download = page.waitForEvent('download');
      await choose(page, page.getByRole('button', { name: 'Downloaden' }));
      const file = testInfo.outputPath('kubeconfig');
      await (await download).saveAs(file);
      expect(await readFile(file, 'utf8')).toContain('token:');
    });

    await test.step('a dialog gives the focus back, and confirms', async () => {
      const button = page.getByRole('button', { name: 'Cluster verwijderen' });
      await choose(page, button);
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(button).toBeFocused();
      await page.keyboard.press('Enter');
      await tabTo(page, page.getByRole('dialog').getByRole('textbox'));
      await page.keyboard.type(name);
      const confirm = page.getByRole('button', { name: /^Definitief/ });
      await choose(page, confirm);
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(page.locator('body')).not.toBeFocused();
    });
  });

  test('one finds an entity in the catalog', async ({ page }) => {
    await signInWithKeyboard(page);
    await choose(page, page.getByRole('link', { name: 'Catalogus' }));
    const all = page.getByTestId('user-picker-all');
    await choose(page, all);
    const entity = page.getByRole('link', { name: 'Free-tier clusters' });
    const search = page.getByRole('main').getByPlaceholder('Zoeken');
    await tabTo(page, search);
    await page.keyboard.type('free-tier');
    // the list is drawn anew when it is filtered
    const other = page.getByRole('link', { name: 'Paspoort aanvragen' });
    await expect(other).toBeHidden();
    await waitUntilDrawn(page);
    await choose(page, entity);
    await expect(page).toHaveURL(/component\/free-tier$/);
    // the page of an entity brings its own main, inside the one that was there
    await expect(page.locator(':focus:is(#inhoud, main)')).toHaveCount(1);

    await test.step('and from it what belongs to it, in the diagram', async () => {
      const node = page.getByRole('button', {
        name: 'system:default/nerds-portal',
      });
      await choose(page, node);
      await expect(page).toHaveURL(/system\/nerds-portal$/);
    });
  });
});

for (const { name, viewport } of SCREENS) {
  test.describe(name, () => {
    test.use({ viewport });

    test('one always sees where one is, and comes round', async ({ page }) => {
      test.setTimeout(300_000);
      await signIn(page, 'dev-burgerzaken');
      for (const path of PAGES) {
        await test.step(path, async () => {
          await openPage(page, path);
          const isNavigationKnown = path !== PAGES[0];
          const problems = await findFocusProblems(page, { isNavigationKnown });
          expect.soft(problems, path).toEqual([]);
        });
      }
    });
  });
}

test('a focus that cannot be seen is found', async ({ page }) => {
  await signIn(page, 'dev-burgerzaken', '/clusters');
  await openPage(page, '/clusters');
  await page.addStyleTag({
    content: '#inhoud a { outline: none !important; }',
  });
  const problems = await findFocusProblems(page);
  expect(problems).toEqual(['unseen: a “Cluster aanvragen”']);
});
