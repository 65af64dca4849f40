import {
  expect,
  test,
  type APIRequestContext,
  type Browser,
  type Page,
} from '@playwright/test';
import { expectAccessible } from './accessibility';
import { deleteClustersOf, openApi } from './clusters';
import { changeFile, forgeUrl, listCommits, openEditor } from './forge';
import { isOff, killPortal, pidOf, waitUntilRuns } from './localStack';
import { signIn } from './session';

const TEMPLATE = 'rest-service-typescript';

/** Has to come out as it went in, in every file and on every page. */
const TITLE = 'Locaties "Noord": ${{ 1 }}';

async function fillForm(page: Page, name: string) {
  await page.goto(`/create/templates/default/${TEMPLATE}`);
  await page.getByLabel(/^Naam/).fill(name);
  await page.getByLabel(/^Titel/).fill(TITLE);
  await page
    .getByLabel(/^Omschrijving/)
    .fill('Zegt waar de balies zijn, en wanneer ze open zijn.');
  await page.getByRole('button', { name: 'Volgende' }).click();
  await page.getByLabel(/^Mailadres/).fill('team@voorbeeldstad.nl');
  await page.getByText(/Vraag er een free-tier cluster bij aan/).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Controleren' }).click();
  await page.getByRole('button', { name: 'Dienst maken' }).click();
}

/** Starts the template as the form does, and answers the id of its task. */
async function startTask(api: APIRequestContext, name: string) {
  const started = await api.post('/api/scaffolder/v2/tasks', {
    data: {
      templateRef: `template:default/${TEMPLATE}`,
      values: {
        name,
        title: 'Herstel',
        description: 'Kijken of een herstart de taak niet verliest.',
        owner: 'group:default/vergunningen',
        contactEmail: 'team@voorbeeldstad.nl',
        personalData: 'none',
        availability: 'low',
        integrity: 'medium',
        confidentiality: 'low',
        cluster: false,
      },
    },
  });
  expect(started.status(), await started.text()).toBe(201);
  return ((await started.json()) as { id: string }).id;
}

async function readTask(api: APIRequestContext, id: string) {
  const answer = await api.get(`/api/scaffolder/v2/tasks/${id}`);
  return (await answer.json()) as { status: string };
}

async function readLog(api: APIRequestContext, id: string): Promise<string> {
  return (await api.get(`/api/scaffolder/v2/tasks/${id}/events`)).text();
}

/** As the person who is signed in to the portal in the same browser. */
async function editInForge(page: Page, name: string) {
  const message = 'Vertel wat de dienst doet';
  await openEditor(page, name, 'dev-burgerzaken');
  await page.locator('textarea[name="content"]').fill('# Van ons\n');
  await page.locator('input[name="commit_summary"]').fill(message);
  await page.getByRole('button', { name: /doorvoeren/ }).click();
  await expect(page.getByRole('heading', { name: 'Van ons' })).toBeVisible();
  await expect(listCommits(name)).resolves.toEqual([
    expect.stringContaining(message),
    expect.stringMatching(/^Eerste versie/),
  ]);
}

async function expectNoEditor(browser: Browser, name: string) {
  const context = await browser.newContext({ locale: 'nl-NL' });
  const page = await context.newPage();
  await openEditor(page, name, 'dev-vergunningen');
  await expect(
    page.getByText(/You cannot edit this repository directly/),
  ).toBeVisible();
  await expect(page.locator('textarea[name="content"]')).toHaveCount(0);
  await context.close();
}

/** Nobody opens a page meanwhile: what changes does so because of the push. */
async function followPush(name: string) {
  const word = `meerkoet${Date.now().toString(36)}`;
  const api = await openApi('dev-burgerzaken');
  const readText = async (url: string) => (await api.get(url)).text();
  try {
    await changeFile(name, 'docs/index.md', text => `${text}\n${word}\n`);
    const docs = `default/component/${name}`;
    await expect
      .poll(() => readText(`/api/techdocs/static/docs/${docs}/index.html`), {
        timeout: 60_000,
      })
      .toContain(word);
    await expect
      .poll(() => readText(`/api/search/query?term=${word}`), {
        timeout: 90_000,
      })
      .toContain(`/docs/${docs}`);

    await changeFile(name, 'catalog-info.yaml', text =>
      text.replace(/^( *description:).*$/m, `$1 ${word}`),
    );
    // without the push the catalog looks again after two minutes or so
    await expect
      .poll(
        () =>
          readText(`/api/catalog/entities/by-name/component/default/${name}`),
        {
          timeout: 60_000,
        },
      )
      .toContain(word);
  } finally {
    await api.dispose();
  }
}

test.describe('a new service', () => {
  test.skip(
    () => Boolean(process.env.SKIP_WHAT_IS_OFF) && isOff('forge'),
    'no forge on this machine',
  );
  test.setTimeout(1_200_000);
  test.beforeAll(() => waitUntilRuns('forge', 900_000));
  test.beforeEach(async () => {
    await deleteClustersOf('dev-burgerzaken');
  });
  test.afterAll(() => deleteClustersOf('dev-burgerzaken'));

  test('is begun with a form and ends with everything there', async ({
    browser,
    page,
  }) => {
    const name = `dienst-${Date.now().toString(36)}`;
    await signIn(page, 'dev-burgerzaken');
    await fillForm(page, name);

    await test.step('every step is done', async () => {
      await expect(
        page.getByRole('link', { name: /Open de dienst in de catalogus/ }),
      ).toBeVisible({ timeout: 300_000 });
      await expectAccessible(page);
    });

    await test.step('the repository holds one commit of the project', async () => {
      const repository = page.getByRole('link', { name: /Open de repository/ });
      await expect(repository).toHaveAttribute(
        'href',
        `${forgeUrl()}/projecten/${name}`,
      );
      await expect.poll(() => listCommits(name)).toHaveLength(1);
    });

    await test.step('the page of the service has its source', async () => {
      await page
        .getByRole('link', { name: /Open de dienst in de catalogus/ })
        .click();
      await expect(page.getByRole('heading', { name: TITLE })).toBeVisible();
      await expect(
        page.locator(`a[href^="${forgeUrl()}/projecten/${name}"]`).first(),
      ).toBeVisible();
    });

    await test.step('its documentation says of which commit it is', async () => {
      await page.goto(`/docs/default/component/${name}`);
      await expect(
        page.getByRole('heading', { level: 1, name: TITLE }).first(),
      ).toBeVisible({ timeout: 60_000 });
      await expect(
        page.getByRole('link', { name: /^uit commit [0-9a-f]{8}$/ }),
      ).toHaveAttribute('href', new RegExp(`/projecten/${name}/commit/`));
    });

    await test.step('its team, and no other, changes a file in the forge', async () => {
      await editInForge(page, name);
      await expectNoEditor(browser, name);
    });

    await test.step('a push shows in the documentation, the search and the catalog', () =>
      followPush(name));

    await test.step('its cluster is ready', async () => {
      await page.goto('/clusters');
      await page.getByRole('link', { name }).first().click();
      await expect(
        page.getByText('Het cluster is klaar voor gebruik.'),
      ).toBeVisible();
    });
  });

  test('outlives a portal that is killed while the forge hangs, without doubles', async () => {
    const name = `herstel-${Date.now().toString(36)}`;
    const api = await openApi('dev-vergunningen');
    const forge = pidOf('forge');
    process.kill(forge, 'SIGSTOP');
    try {
      const taskId = await startTask(api, name);
      await expect
        .poll(() => readLog(api, taskId), { timeout: 120_000 })
        .toMatch(/"stepId":"publish"/);

      await killPortal(api, 300_000);
      process.kill(forge, 'SIGCONT');

      await expect
        .poll(async () => (await readTask(api, taskId)).status, {
          timeout: 300_000,
        })
        .toBe('completed');
      // the files of the steps before the restart were still there
      await expect(listCommits(name)).resolves.toEqual([
        expect.stringContaining(`Portal-Task: ${taskId}`),
      ]);
      const entity = await api.get(
        `/api/catalog/entities/by-name/component/default/${name}`,
      );
      expect(entity.status()).toBe(200);
    } finally {
      process.kill(forge, 'SIGCONT');
      await api.dispose();
    }
  });
});
