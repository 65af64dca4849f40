import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { identityProviderOrigin, pidOf } from './localStack';
import { signIn } from './session';

/** Three parts of base64url with dots between: a JSON Web Token. */
const TOKEN = /eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]+/;

const signInButton = (page: Page) =>
  page.getByRole('button', { name: 'Aanmelden' });

test('who signs out is signed out at the provider too, and no token is ever in an address', async ({
  page,
}) => {
  const addresses: string[] = [];
  page.on('request', request => addresses.push(request.url()));

  await signIn(page, 'dev-balie');
  await page.getByRole('button', { name: 'Afmelden' }).click();
  await page.waitForURL(`${identityProviderOrigin()}/**`);
  await page.getByRole('button', { name: /Uitloggen/ }).click();
  await expect(page.getByText('U bent afgemeld')).toBeVisible();
  expect(new URL(page.url()).search).toBe('');

  await page.reload();
  await expect(signInButton(page)).toBeVisible();
  await expect(page.getByText('U bent afgemeld')).toBeHidden();
  expect(addresses.length).toBeGreaterThan(10);
  expect(addresses.filter(address => TOKEN.test(address))).toEqual([]);
});

test('who comes back to a page signs in and is on that page', async ({
  page,
}) => {
  await signIn(page, 'dev-burgerzaken', '/clusters?scope=teams');
  expect(new URL(page.url()).pathname).toBe('/clusters');
});

test.describe('when the provider is down', () => {
  test.afterEach(() => {
    process.kill(pidOf('identity-provider'), 'SIGCONT');
  });

  test('a page says so and another try works later; who is signed in goes on', async ({
    page,
    browser,
  }) => {
    const colleague = await browser.newPage();
    await signIn(colleague, 'dev-burgerzaken');
    await page.goto('/catalog');
    await expect(signInButton(page)).toBeVisible();

    process.kill(pidOf('identity-provider'), 'SIGSTOP');
    // longer than a provider counts as there without being asked
    await expect(async () => {
      const answer = await page.request.get(
        `/api/auth/oidc/start?${new URLSearchParams({
          env: 'production',
          flow: 'redirect',
          redirectUrl: page.url(),
        })}`,
        { maxRedirects: 0 },
      );
      expect(answer.headers().location).toContain('error=provider-unavailable');
    }).toPass({ timeout: 60_000 });
    await signInButton(page).click();
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('aanmelddienst is nu niet bereikbaar', {
      timeout: 30_000,
    });
    await expect(alert).toContainText('provider-unavailable');
    await expectAccessible(page);
    await colleague.getByRole('link', { name: 'Clusters' }).first().click();
    await expect(
      colleague.getByRole('heading', { level: 1, name: 'Clusters' }),
    ).toBeVisible();

    process.kill(pidOf('identity-provider'), 'SIGCONT');
    await signIn(page, 'dev-burgerzaken', '/catalog');
    await colleague.close();
  });
});

test('a text in the address is not shown as if it were ours', async ({
  page,
}) => {
  await page.goto('/?error=Bel+direct+0900-1234');
  await expect(page.getByRole('alert')).toContainText(
    'Er ging iets mis in het portaal',
  );
  await expect(page.getByText('0900')).toBeHidden();
});

test('an answer that this browser did not ask for ends at the sign-in page', async ({
  page,
}) => {
  await page.goto('/');
  const state = Buffer.from(
    new URLSearchParams({
      env: 'production',
      nonce: 'x',
      flow: 'redirect',
      redirectUrl: new URL('/catalog', page.url()).href,
    }).toString(),
  ).toString('hex');
  await page.goto(`/api/auth/oidc/handler/frame?code=stolen&state=${state}`);
  await expect(page.getByRole('alert')).toContainText(
    'Het aanmelden duurde te lang',
  );
  expect(new URL(page.url()).pathname).toBe('/catalog');
});
