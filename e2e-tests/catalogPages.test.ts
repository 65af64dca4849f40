import { expect, test, type Page } from '@playwright/test';
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

/** What the page asks of anything but this machine. */
function watchOutside(page: Page): string[] {
  const outside: string[] = [];
  page.on('request', request => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') {
      outside.push(request.url());
    }
  });
  return outside;
}

test('the portal catalogues its own APIs, each with its description', async ({
  page,
}) => {
  const outside = watchOutside(page);
  const refused: string[] = [];
  page.on('console', message => {
    if (message.text().includes('Content Security Policy')) {
      refused.push(message.text());
    }
  });
  await signIn(page, 'dev-burgerzaken', '/api-docs');
  const main = page.getByRole('main');
  await main.getByRole('link', { name: 'Toegang-API', exact: true }).click();

  await expect(main.getByText('Het portaal zelf')).toBeVisible();
  await expect(
    main.getByRole('link', { name: 'NeRDS-portaal' }),
  ).not.toHaveCount(0);
  // tabs that do not apply to an API are not there
  await expect(
    main.getByRole('link', { name: "API's", exact: true }),
  ).toHaveCount(0);
  await expectAccessible(page);

  await main.getByRole('link', { name: 'Definitie' }).click();
  await expect(
    main.getByRole('button', { name: 'GET /openapi.json' }).first(),
  ).toBeVisible();
  expect(outside).toEqual([]);
  expect(refused).toEqual([]);

  // what is around the description is ours, and its colours too
  await expectAccessible(page);
});

test('relations have names that people use', async ({ page }) => {
  await signIn(
    page,
    'dev-burgerzaken',
    '/catalog/default/component/nerds-portal',
  );
  const main = page.getByRole('main');
  await expect(main.getByText('eigenaar van').first()).toBeVisible();
  await expect(main.getByText('aangeboden door').first()).toBeVisible();
  await expect(main.getByText('ownerOf')).toHaveCount(0);
  await main.getByRole('link', { name: /Diagram bekijken/ }).click();
  await expect(
    main.getByRole('heading', { name: 'Diagram van de catalogus' }),
  ).toBeVisible();
  await expect(main.getByText('eigenaar van').first()).toBeVisible();
  await expectAccessible(page);
});

test('the list fits a small screen, and has every kind with its number', async ({
  page,
}) => {
  await signIn(page, 'dev-burgerzaken', '/catalog?filters[user]=all');
  const main = page.getByRole('main');
  await main.getByRole('button', { name: /^Component \(\d+\)$/ }).click();
  await page.getByRole('option', { name: /^API \(\d+\)$/ }).click();
  await expect(main.getByRole('link', { name: 'Zoek-API' })).toBeVisible();
  expect(decodeURIComponent(page.url())).toContain('filters[kind]=api');

  await page.setViewportSize({ width: 320, height: 800 });
  await page.reload();
  await expect(
    main.getByText('Zoeken in alles wat het portaal kent.'),
  ).toBeVisible();
  await expectNoSidewaysScroll(page);
  const table = main.getByRole('table').first();
  const box = await table.boundingBox();
  expect(box!.x + box!.width).toBeLessThanOrEqual(320);
  await expectAccessible(page);
});

test('an organisation with a thousand teams can be chosen', async ({
  page,
}) => {
  // as the catalog of a ministry: more teams than fit in an address
  await page.route(
    /\/api\/catalog\/entities\?.*kind(=|%3D)group/i,
    async route => {
      const response = await route.fetch();
      const groups: {
        metadata: { name: string };
        spec: { type: string };
      }[] = await response.json();
      const teams = Array.from({ length: 1_000 }, (_, index) => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Group',
        metadata: { name: `afdeling-${index}`, namespace: 'default' },
        spec: { type: 'team' },
        relations: [
          {
            type: 'childOf',
            targetRef: groups
              .filter(group => group.spec.type === 'organization')
              .map(group => `group:default/${group.metadata.name}`)
              .find((ref: string) => ref.includes('amsterdam')),
          },
        ],
      }));
      await route.fulfill({ response, json: [...groups, ...teams] });
    },
  );
  const asked = page.waitForRequest(
    request =>
      request.method() === 'POST' &&
      request.url().endsWith('/api/catalog/entities/by-query') &&
      (request.postData() ?? '').includes('afdeling-999'),
  );
  await signIn(page, 'dev-burgerzaken', '/catalog?filters[user]=all');
  const main = page.getByRole('main');
  await main.getByLabel('Organisatie').click();
  await page.getByRole('option', { name: /^Gemeente Amsterdam/ }).click();
  await page.keyboard.press('Escape');
  expect((await (await asked).response())?.status()).toBe(200);
  await expect(
    main.getByRole('link', { name: 'Paspoort aanvragen' }),
  ).toBeVisible();
  await expect(
    main.getByRole('link', { name: 'Uitleg over rollen' }),
  ).toBeHidden();
});
