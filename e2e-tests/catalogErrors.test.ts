import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility';
import { changeFile, createRepository, deleteRepository } from './forge';
import { isOff, stateOf } from './localStack';
import { signIn } from './session';

const SOURCE = '/catalog-sources/gitea:projecten';
const FILE = 'catalog-info.yaml';

const toCatalogInfo = (name: string, integrity: string) => `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  annotations:
    nerds.overheid.nl/integrity: ${integrity}
spec:
  type: library
  lifecycle: experimental
  owner: group:default/burgerzaken
`;

async function expectReadable(page: Page) {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

test('what does not come in is told to its team alone, and goes when it is repaired', async ({
  page,
  browser,
}) => {
  test.skip(isOff('forge'), 'no forge on this machine');
  test.setTimeout(300_000);
  await expect
    .poll(() => stateOf('forge'), { timeout: 120_000 })
    .toBe('running');
  const name = `kapot-${Date.now().toString(36)}`;
  await createRepository(name, { [FILE]: toCatalogInfo(name, 'veel') });
  const other = await browser.newPage();
  const item = (of: Page) => of.getByRole('listitem').filter({ hasText: name });
  try {
    const platform = await browser.newPage();
    await signIn(platform, 'platform-engineer', SOURCE);
    await platform.getByRole('button', { name: /^Nu bijwerken/ }).click();
    await expect(
      platform.getByText(/^(Aangevraagd|De bron wordt nu|Klaar met bijwerken)/),
    ).toBeVisible();
    await platform.close();

    await signIn(page, 'dev-burgerzaken', '/catalog');
    const notice = page.getByRole('link', { name: 'Bekijk wat er mis is' });
    await expect(async () => {
      await page.reload();
      await expect(notice).toBeVisible();
    }).toPass({ timeout: 120_000 });
    await notice.click();
    await expect(item(page).first()).toContainText(
      'kent de waarde “veel” niet',
    );
    const link = item(page).getByRole('link', { name: new RegExp(FILE) });
    await expect(link).toHaveAttribute('href', new RegExp(`/${name}/`));
    await expectReadable(page);

    await signIn(other, 'dev-vergunningen', '/catalog-errors');
    await expect(
      other.getByRole('heading', { name: 'Komt niet in de catalogus' }),
    ).toBeVisible();
    await expect(other.getByText('Laden…')).toBeHidden();
    await expect(other.getByText(name)).toHaveCount(0);

    await changeFile(name, FILE, text => text.replace('veel', 'high'));
    await expect(async () => {
      await page.reload();
      await expect(page.getByText('Laden…')).toBeHidden();
      await expect(item(page)).toHaveCount(0, { timeout: 1_000 });
    }).toPass({ timeout: 120_000 });
    await page.goto(`/catalog/default/component/${name}`);
    await expect(page.getByRole('heading', { name })).toBeVisible();
  } finally {
    await deleteRepository(name);
    await other.close();
  }
});

test('a file is checked before it is committed, with line and remedy', async ({
  page,
}) => {
  await signIn(page, 'dev-burgerzaken', '/catalog');
  await page.getByRole('link', { name: 'Bestand nakijken' }).click();
  await page
    .getByLabel('Inhoud van het bestand')
    .fill(toCatalogInfo('balie', 'veel').trimStart());
  await page.getByRole('button', { name: 'Nakijken' }).click();
  const problems = page.getByRole('list', { name: 'Wat er niet klopt' });
  await expect(problems).toContainText('Regel 6: fout');
  await expect(problems).toContainText('Kies uit: low, medium, high');
  await expectReadable(page);
});
