import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility';
import { signIn } from './session';

test('a portal without sources says what a source is and who can connect one', async ({
  page,
}) => {
  await signIn(page, 'platform-engineer', '/catalog-sources');
  await expect(page.getByText('Er is nog geen bron ingesteld')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
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
