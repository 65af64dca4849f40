import { expect, type Page } from '@playwright/test';

/** Demo accounts of the local identity provider, named after their role. */
export type DemoAccount =
  | 'dev-burgerzaken'
  | 'dev-balie'
  | 'lead-burgerzaken'
  | 'dev-vergunningen'
  | 'data-owner'
  | 'platform-engineer'
  | 'administrator'
  | 'auditor'
  | 'dev-two-teams'
  | 'no-team';

/** Signs in through the local identity provider, as a person would. */
export async function signIn(page: Page, account: DemoAccount, path = '/') {
  await page.goto(path);
  await page.getByRole('button', { name: /^(aanmelden|sign in)/i }).click();
  await page.getByRole('button', { name: new RegExp(account) }).click();
  // on a small screen signing out is inside the menu
  await expect(
    page.getByRole('button', { name: /^(afmelden|sign out|menu)$/i }),
  ).toBeVisible();
}
