import { readFile } from 'node:fs/promises';
import {
  expect,
  test,
  type APIRequestContext,
  type Page,
} from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility';
import { deleteClustersOf, openApi } from './clusters';
import { signIn } from './session';

const SCREENS = [
  { name: 'desktop', viewport: { width: 1280, height: 900 } },
  { name: '320 px', viewport: { width: 320, height: 800 } },
];

/** Asks for a cluster and waits until it is there; the form has a journey of its own. */
async function createCluster(api: APIRequestContext, name: string) {
  const created = await api.post('/api/free-tier/v1/clusters', {
    data: {
      owner: 'group:default/burgerzaken',
      name,
      tier: 'free',
      size: 'small',
      region: 'local',
      purpose: 'Kijken of het in het auditlog komt',
    },
  });
  expect(created.status()).toBe(201);
  const { id } = (await created.json()) as { id: string };
  await expect
    .poll(
      async () =>
        (
          await (await api.get(`/api/free-tier/v1/clusters/${id}`)).json()
        ).state,
      { timeout: 60_000 },
    )
    .toBe('ready');
  return id;
}

function findEvent(page: Page, act: string) {
  return page.getByRole('row').filter({ hasText: act });
}

async function openFiltered(page: Page, query: Record<string, string>) {
  await page.goto(`/audit-log?${new URLSearchParams(query)}`);
  await expect(
    page.getByRole('heading', { level: 1, name: 'Auditlog' }),
  ).toBeVisible();
  await expect(
    page.getByText('De gebeurtenissen worden opgehaald'),
  ).toHaveCount(0);
}

test.describe('the audit log', () => {
  const name = `logboek-${Date.now().toString(36)}`;
  // filled before the tests; the tests themselves are made before that
  const made = { object: '' };

  test.beforeAll(async () => {
    await deleteClustersOf('dev-burgerzaken');
    const api = await openApi('dev-burgerzaken');
    const id = await createCluster(api, name);
    made.object = `cluster:${id}`;
    const deleted = await api.delete(`/api/free-tier/v1/clusters/${id}`);
    expect(deleted.ok()).toBe(true);
    await api.dispose();
  });
  test.afterAll(() => deleteClustersOf('dev-burgerzaken'));

  test('shows a developer what was done with a cluster of the own team', async ({
    page,
  }) => {
    await signIn(page, 'dev-burgerzaken', '/clusters');
    await page.getByRole('link', { name: 'Auditlog' }).click();
    await expect(page).toHaveTitle(/^Auditlog \|/);
    await expect(
      page.getByText(/U ziet wat over uw teams gaat en wat u zelf deed/),
    ).toBeVisible();
    await expect(
      page.getByRole('button', { name: 'Keten controleren' }),
    ).toBeDisabled();
    await expect(
      page.getByText(/kan alleen een auditor of beheerder/),
    ).toBeVisible();

    await page.getByLabel('Waarop').fill(made.object);
    await page.getByRole('button', { name: 'Filteren' }).click();
    expect(new URL(page.url()).searchParams.get('object')).toBe(made.object);
    for (const act of ['Cluster aanvragen', 'Cluster verwijderen']) {
      const row = findEvent(page, act);
      await expect(row).toContainText('dev-burgerzaken');
      await expect(row).toContainText('Gelukt');
      await expect(row).toContainText(name);
    }
  });

  test('shows another team nothing of it', async ({ page }) => {
    await signIn(page, 'dev-vergunningen');
    await openFiltered(page, { object: made.object });
    await expect(
      page.getByText('Geen gebeurtenissen met deze filters.'),
    ).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Filters wissen' }).last().click();
    await expect(page.getByText(name)).toHaveCount(0);
  });

  for (const { name: screen, viewport } of SCREENS) {
    test.describe(screen, () => {
      test.use({ viewport });

      test('lets an auditor find it and read all there is about it', async ({
        page,
      }) => {
        await signIn(page, 'auditor');
        await openFiltered(page, { object: made.object });
        await expect(
          page.getByText('U ziet alles, van alle teams.'),
        ).toBeVisible();
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);

        await page
          .getByRole('button', { name: /^Details: Cluster verwijderen/ })
          .click();
        await expect(page.getByText('Hash (SHA-256)')).toBeVisible();
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);

        await page.getByRole('link', { name: 'Alles van dit verzoek' }).click();
        await expect(page).toHaveURL(/\?correlationId=[\w-]+$/);
        await expect(
          page.getByRole('button', { name: /^Details: Cluster verwijderen/ }),
        ).toBeVisible();
      });
    });
  }

  test('lets an auditor page, filter by keyboard and go back', async ({
    page,
  }) => {
    // an export is on record too, so this makes more than fits one page
    const api = await openApi('auditor');
    for (let count = 0; count < 51; count++) {
      await api.get(
        '/api/audit-log/v1/events/export?format=jsonl&object=x:none',
      );
    }
    await api.dispose();
    await signIn(page, 'auditor');
    await openFiltered(page, { act: 'audit-log.event-export' });
    const rows = page.getByRole('row');
    await expect(rows).toHaveCount(51);
    await page.getByRole('button', { name: 'Oudere laden' }).focus();
    await page.keyboard.press('Enter');
    await expect(rows.nth(51)).toBeVisible();

    await page.getByLabel('Wie').fill('dev-burgerzaken');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/actor=dev-burgerzaken/);
    await expect(
      page.getByText('Geen gebeurtenissen met deze filters.'),
    ).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL(/\?act=audit-log\.event-export$/);
    await expect(rows).toHaveCount(51);
  });

  test('gives an auditor the same events as CSV and as JSON lines', async ({
    page,
  }) => {
    await signIn(page, 'auditor');
    await openFiltered(page, { object: made.object });
    for (const [button, format] of [
      ['Downloaden als CSV', 'csv'],
      ['Downloaden als JSON-regels', 'jsonl'],
    ]) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: button }).click();
      const file = await download;
      expect(file.suggestedFilename()).toMatch(
        new RegExp(`^audit-log-.*\\.${format}$`),
      );
      expect(file.url()).toMatch(/^blob:/);
      const text = await readFile(await file.path(), 'utf8');
      expect(text).toContain('free-tier.cluster-create');
      expect(text).toContain('free-tier.cluster-delete');
      const lines = text.trim().split('\n');
      const events = format === 'csv' ? lines.slice(1) : lines;
      expect(events.every(line => line.includes(made.object))).toBe(true);
    }
  });

  test('lets an auditor have the chain checked', async ({ page }) => {
    await signIn(page, 'auditor', '/audit-log');
    await page.getByRole('button', { name: 'Keten controleren' }).click();
    await expect(page.getByText('De keten is heel')).toBeVisible({
      timeout: 60_000,
    });
    await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
    await expectAccessible(page);
  });
});

test('the page of a cluster leads to who did what with it', async ({
  page,
}) => {
  await deleteClustersOf('dev-burgerzaken');
  const api = await openApi('dev-burgerzaken');
  const id = await createCluster(api, `wie-${Date.now().toString(36)}`);
  await api.dispose();
  await signIn(page, 'dev-burgerzaken', `/clusters/${id}`);
  await page.getByRole('link', { name: /^Wie deed wat/ }).click();
  await expect(findEvent(page, 'Cluster aanvragen')).toBeVisible();
  await deleteClustersOf('dev-burgerzaken');
});
