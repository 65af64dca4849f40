import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectReadable } from './accessibility';
import { createRepository, deleteRepository } from './forge';
import { isOff, waitUntilRuns } from './localStack';
import { signIn } from './session';

const SOURCE = 'Forgejo/Gitea: projecten';

const toCatalogInfo = (name: string, owner: string) => `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  title: Gevonden op de forge
spec:
  type: library
  lifecycle: experimental
  owner: ${owner}
`;

/** Has the source run, and waits until the page shows by itself that the run has ended and says this. */
async function runNow(page: Page, texts: RegExp[]): Promise<Locator> {
  await page.getByRole('button', { name: /^Nu bijwerken/ }).click();
  // only then: a run of before may say the very same
  await expect(page.getByText(/^Klaar met bijwerken/)).toBeVisible({
    timeout: 90_000,
  });
  const newest = page
    .getByRole('region', { name: 'Laatste keren' })
    .getByRole('listitem')
    .first();
  for (const text of texts) await expect(newest).toContainText(text);
  return newest;
}

test('what was pushed to the forge by hand is found, told of, and gone again', async ({
  page,
}) => {
  test.skip(isOff('forge'), 'no forge on this machine');
  test.setTimeout(300_000);
  await waitUntilRuns('forge', 120_000);
  const good = `gevonden-${Date.now().toString(36)}`;
  const bad = `${good}-fout`;
  const repositories = {
    [good]: toCatalogInfo(good, 'group:default/burgerzaken'),
    [bad]: toCatalogInfo(bad, '""'),
  };
  await signIn(page, 'platform-engineer', '/catalog-sources');
  await page.getByRole('link', { name: SOURCE }).click();
  // takes in what others left, and puts off the next run of the schedule, which
  // would find what is made now before the run that is looked at
  await runNow(page, []);
  await page.reload();
  for (const [name, text] of Object.entries(repositories)) {
    await createRepository(name, { 'catalog-info.yaml': text });
  }
  const run = await runNow(page, [/Deels gelukt/, /[1-9]\d* nieuw/, /1 fout/]);
  await run.getByRole('button', { name: /^Fouten tonen/ }).click();
  await expect(run.getByRole('link', { name: new RegExp(bad) })).toBeVisible();
  await expectReadable(page);

  await page.goto(`/catalog/default/component/${good}`);
  await expect(
    page.getByRole('heading', { name: 'Gevonden op de forge' }),
  ).toBeVisible();
  await page.goto('/catalog-sources/gitea:projecten');
  for (const name of Object.keys(repositories)) await deleteRepository(name);
  await runNow(page, [/Gelukt/, /[2-9]\d* verwijderd/]);
});

test('nobody who is signed in gets at the scheduled tasks of the portal', async ({
  page,
}) => {
  await signIn(page, 'platform-engineer');
  const tasks = '/api/catalog/.backstage/scheduler/v1/tasks';
  const request = page.waitForRequest(
    candidate =>
      candidate.url().includes('/api/') &&
      candidate.headers().authorization !== undefined,
  );
  await page.goto('/catalog');
  const { authorization } = (await request).headers();
  const answer = await page.request.get(tasks, { headers: { authorization } });
  expect(answer.status()).toBe(403);
});
