import { expect, test } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility';
import { signIn } from './session';

test('a developer finds what an organisation has, and can send the list to a colleague', async ({
  page,
}) => {
  await signIn(page, 'dev-burgerzaken', '/catalog?filters[user]=all');
  const main = page.getByRole('main');
  await expect(
    main.getByRole('link', { name: 'Bevolkingscijfers' }),
  ).toBeVisible();
  await expectAccessible(page);

  await main.getByLabel('Organisatie').click();
  await page.getByRole('option', { name: /Ministerie van Binnen/ }).click();
  await page.keyboard.press('Escape');
  await expect(
    main.getByRole('link', { name: 'Bevolkingscijfers' }),
  ).toBeHidden();
  await expect(
    main.getByRole('link', { name: 'Uitleg over rollen' }),
  ).toBeVisible();

  // what is chosen stands in the address
  const address = page.url();
  expect(address).toContain('organisation');
  await page.goto('/');
  await page.goto(address);
  await expect(
    main.getByRole('link', { name: 'Uitleg over rollen' }),
  ).toBeVisible();
  await expect(
    main.getByRole('link', { name: 'Bevolkingscijfers' }),
  ).toBeHidden();
});

test('the page of a service says what the government wants to know of it, and what is missing', async ({
  page,
}) => {
  await signIn(
    page,
    'dev-burgerzaken',
    '/catalog/default/component/paspoort-aanvragen',
  );
  const main = page.getByRole('main');
  await expect(main.getByText('Overheid', { exact: true })).toBeVisible();
  await expect(
    main.getByRole('link', { name: /Gemeente Amsterdam/ }),
  ).toBeVisible();
  await expect(main.getByText('Vertrouwelijkheid')).toBeVisible();
  await expect(main.getByText(/Er is nog geen documentatie/)).toBeVisible();
  // a tab that would be empty is not there
  await expect(main.getByRole('link', { name: 'Overzicht' })).toBeVisible();
  await expect(main.getByRole('link', { name: 'Documentatie' })).toHaveCount(0);
  await expectAccessible(page);

  await page.setViewportSize({ width: 320, height: 800 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
