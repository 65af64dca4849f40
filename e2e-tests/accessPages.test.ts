import { expect, test, type Page } from '@playwright/test';
import {
  completeReviews,
  createToken,
  makeTeamLead,
  revokeRolesOf,
  revokeTokens,
} from './access';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility';
import { signIn } from './session';

const SCREENS = [
  { name: 'desktop', viewport: { width: 1280, height: 900 } },
  { name: '320 px', viewport: { width: 320, height: 800 } },
];

/** What the portal answers to a pipeline with this token. */
async function callWith(page: Page, secret: string): Promise<number> {
  const response = await page.request.get('/api/free-tier/v1/clusters', {
    headers: { authorization: `Bearer ${secret}` },
  });
  return response.status();
}

async function expectGood(page: Page) {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

// each is a person's whole errand, with axe at every step
test.describe.configure({ timeout: 300_000 });

for (const { name, viewport } of SCREENS) {
  test.describe(`access, ${name}`, () => {
    test.use({ viewport });

    // other tests need somebody without a role, also when this one fails
    test.afterEach(() => revokeRolesOf('no-team'));

    test('an administrator gives a role and takes it back', async ({
      page,
    }) => {
      await revokeRolesOf('no-team');
      await signIn(page, 'administrator', '/access');
      await expect(page.getByText('user:default/administrator')).toBeVisible();

      await test.step('what is missing is said at the fields', async () => {
        await page.getByRole('button', { name: 'Rol geven' }).click();
        const form = page.getByRole('form', { name: 'Rol geven' });
        await form.getByRole('button', { name: 'Rol geven' }).click();
        await expect(page.getByText('Vul een reden in.')).toBeVisible();
        await expect(form.getByRole('button', { name: /^Kies/ })).toBeFocused();
        await expectGood(page);
      });

      await test.step('the role is given until a day', async () => {
        const form = page.getByRole('form', { name: 'Rol geven' });
        await form.getByRole('button', { name: /^Kies een rol/ }).click();
        await page.getByRole('option', { name: 'Auditor' }).click();
        await form.getByRole('combobox', { name: /^Persoon/ }).fill('no-team');
        await page.keyboard.press('Tab');
        await form.getByRole('textbox', { name: /^Reden/ }).fill('Onderzoek');
        await form.getByRole('spinbutton').first().click();
        await page.keyboard.type('31122099');
        await form.getByRole('button', { name: 'Rol geven' }).click();
        await expect(page.getByText(/heeft nu de rol Auditor/)).toBeVisible();
        await expect(
          page.getByText(/tot en met 31 december 2099/),
        ).toBeVisible();
        await expectGood(page);
      });

      await test.step('the role is taken back', async () => {
        await page
          .getByRole('button', { name: /^Rol Auditor van .*intrekken/ })
          .click();
        const dialog = page.getByRole('dialog');
        await expect(dialog).toBeVisible();
        await expectGood(page);
        await dialog.getByRole('button', { name: 'Intrekken' }).click();
        await expect(
          page.getByText(/heeft de rol Auditor niet meer/),
        ).toBeVisible();
      });
    });

    test('a developer sees who may give roles and reviews', async ({
      page,
    }) => {
      await signIn(page, 'dev-burgerzaken', '/access');
      const button = page.getByRole('button', { name: 'Rol geven' });
      await button.focus();
      await expect(button).toBeFocused();
      await expect(button).toBeDisabled();
      await expect(button).toHaveAccessibleDescription(
        'Alleen een beheerder kan rollen geven en intrekken. Vraag het aan groep portal-beheer.',
      );
      await expectGood(page);

      await page.goto('/access/reviews');
      await expect(page.getByRole('alert')).toContainText(
        'Een beoordeling is te lezen voor de teamleider',
      );
      await expect(
        page.getByRole('button', { name: 'Beoordeling beginnen' }),
      ).toBeDisabled();
      await expectGood(page);
    });

    test('a token is shown once, works, and stops when it is revoked', async ({
      page,
    }) => {
      await revokeTokens();
      const tokenName = `proef-${Date.now().toString(36)}`;
      await signIn(page, 'dev-burgerzaken', '/access/tokens');

      await test.step('it is made', async () => {
        await page.getByRole('button', { name: 'Token maken' }).click();
        const form = page.getByRole('form', { name: 'Token maken' });
        await form.getByRole('textbox', { name: /^Naam/ }).fill(tokenName);
        await form.getByText('Clusters bekijken', { exact: true }).click();
        await expectGood(page);
        await form.getByRole('button', { name: 'Token maken' }).click();
      });

      const dialog = page.getByRole('dialog');
      const secret = await dialog
        .getByRole('region', { name: 'Het token' })
        .innerText();
      await test.step('the secret works and is kept nowhere', async () => {
        expect(secret).toMatch(/^nerds_/);
        await expectGood(page);
        expect(await callWith(page, secret)).toBe(200);
        await dialog
          .getByRole('button', { name: 'Ik heb het token bewaard' })
          .click();
        await expect(dialog).toBeHidden();
        const kept = await page.evaluate(() =>
          [
            document.documentElement.outerHTML,
            window.location.href,
            JSON.stringify({ ...window.localStorage }),
            JSON.stringify({ ...window.sessionStorage }),
          ].join(),
        );
        expect(kept).not.toContain(secret);
      });

      await test.step('its use shows', async () => {
        await page.reload();
        await expect(page.getByText(tokenName)).toBeVisible();
        await expect(page.getByText(/, vanaf /).first()).toBeVisible();
        await expectGood(page);
      });

      await test.step('it is revoked', async () => {
        await page
          .getByRole('button', { name: `Token ${tokenName} intrekken` })
          .click();
        await dialog.getByRole('button', { name: 'Intrekken' }).click();
        await expect(
          page.getByText(/is ingetrokken en werkt niet meer/),
        ).toBeVisible();
        expect(await callWith(page, secret)).toBe(401);
      });
    });

    test.describe('a review', () => {
      test.beforeEach(async () => {
        await revokeRolesOf('dev-two-teams');
        await makeTeamLead('dev-two-teams');
        await completeReviews(['lead-burgerzaken', 'dev-two-teams']);
      });
      test.afterEach(() => revokeRolesOf('dev-two-teams'));

      test('is done by a team lead with the keyboard, and is a record after', async ({
        browser,
        page,
      }) => {
        const tokenName = `oud-${Date.now().toString(36)}`;
        const secret = await createToken(tokenName);
        await signIn(page, 'lead-burgerzaken', '/access/reviews');
        await page
          .getByRole('button', { name: /^Beoordeling beginnen/ })
          .click();
        await expect(
          page.getByRole('heading', { name: 'Leden van het team' }),
        ).toBeVisible();
        await expectGood(page);

        await test.step('the own access is for somebody else', async () => {
          await expect(
            page
              .getByRole('button', { name: /^Bevestigen: Teamleider/ })
              .first(),
          ).toBeDisabled();
        });

        await test.step('a member is confirmed with the keyboard', async () => {
          const confirm = page.getByRole('button', {
            name: /^Bevestigen: Ontwikkelaar burgerzaken/,
          });
          await confirm.focus();
          await page.keyboard.press('Enter');
          await expect(page.getByText(/^Bevestigd door/)).toBeFocused();
        });

        await test.step('the token is revoked, and is worthless', async () => {
          await page
            .getByRole('button', { name: `Intrekken: ${tokenName}` })
            .click();
          const dialog = page.getByRole('dialog');
          await dialog.getByRole('textbox').fill('Wordt niet meer gebruikt');
          await expectGood(page);
          await page.keyboard.press('Enter');
          await expect(page.getByText(/^Ingetrokken door/)).toBeFocused();
          expect(await callWith(page, secret)).toBe(401);
        });

        await test.step('the rest is confirmed at once', async () => {
          await page
            .getByRole('button', { name: /overige bevestigen/ })
            .click();
          await page
            .getByRole('dialog')
            .getByRole('button', { name: 'Bevestigen' })
            .click();
          await expect(
            page.getByText(/Er rest alleen nog uw eigen toegang/),
          ).toBeVisible();
          await expectGood(page);
        });

        await test.step('another team lead decides about the first', async () => {
          const context = await browser.newContext({ viewport });
          const other = await context.newPage();
          await signIn(other, 'dev-two-teams', new URL(page.url()).pathname);
          await other.getByRole('button', { name: /bevestigen$/ }).click();
          await other
            .getByRole('dialog')
            .getByRole('button', { name: 'Bevestigen' })
            .click();
          await expect(
            other.getByText('Alles is beoordeeld; u kunt afronden.'),
          ).toBeVisible();
          await context.close();
        });

        await test.step('it is completed and can be read from then on', async () => {
          await page.reload();
          await page
            .getByRole('button', { name: 'Beoordeling afronden' })
            .click();
          await page
            .getByRole('dialog')
            .getByRole('button', { name: 'Beoordeling afronden' })
            .click();
          await expect(
            page.getByText(/Dit is het verslag van een afgeronde/),
          ).toBeVisible();
          await expect(
            page.getByText('Reden: Wordt niet meer gebruikt'),
          ).toBeVisible();
          await expectGood(page);
          await page.goto('/access/reviews');
          await expect(
            page.getByRole('list', { name: 'Afgerond' }),
          ).toContainText('team burgerzaken');
        });
      });
    });
  });
}
