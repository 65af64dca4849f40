import { expect, test, type Page } from '@playwright/test';
import { expectReadable } from './accessibility';
import { openApi } from './clusters';
import { changeFile, createRepository, deleteRepository } from './forge';
import { isOff, waitUntilRuns } from './localStack';
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

/** Opens the page, and waits until it says what there is. */
async function openErrors(page: Page) {
  const answered = page.waitForResponse(/\/v1\/entity-errors/);
  await page.goto('/catalog-errors');
  await (await answered).finished();
  await expect(page.getByText('Laden…')).toBeHidden();
}

test('what does not come in is told to its team alone, and goes when it is repaired', async ({
  page,
  browser,
}) => {
  test.skip(isOff('forge'), 'no forge on this machine');
  test.setTimeout(300_000);
  await waitUntilRuns('forge', 120_000);
  const name = `kapot-${Date.now().toString(36)}`;
  await createRepository(name, { [FILE]: toCatalogInfo(name, 'veel') });
  const other = await browser.newPage();
  const api = await openApi('dev-burgerzaken');
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
    // the notice may be about something that was there before
    await expect(async () => {
      await openErrors(page);
      await expect(item(page).first()).toContainText(
        'kent de waarde “veel” niet',
      );
    }).toPass({ timeout: 120_000 });
    const link = item(page).getByRole('link', { name: new RegExp(FILE) });
    await expect(link).toHaveAttribute('href', new RegExp(`/${name}/`));
    await expectReadable(page);

    await signIn(other, 'dev-vergunningen');
    await openErrors(other);
    await expect(
      other.getByRole('heading', { name: 'Komt niet in de catalogus' }),
    ).toBeVisible();
    await expect(other.getByText(name)).toHaveCount(0);

    await changeFile(name, FILE, text => text.replace('veel', 'high'));
    await expect
      .poll(
        async () =>
          (
            await api.get(
              `/api/catalog/entities/by-name/component/default/${name}`,
            )
          ).status(),
        { timeout: 120_000 },
      )
      .toBe(200);
    await expect(async () => {
      await openErrors(page);
      await expect(item(page)).toHaveCount(0);
    }).toPass({ timeout: 60_000 });

    // no YAML at all, and so without an owner; but it came out of this repository
    await changeFile(name, FILE, () => 'kind: Component\n  metadata: x\n');
    await expect(async () => {
      await openErrors(page);
      await expect(item(page)).toContainText('Regel 1');
    }).toPass({ timeout: 120_000 });
    await openErrors(other);
    await expect(other.getByText(name)).toHaveCount(0);
  } finally {
    await deleteRepository(name);
    await other.close();
    await api.dispose();
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
