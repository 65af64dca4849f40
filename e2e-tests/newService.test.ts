import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  expect,
  test,
  type APIRequestContext,
  type Page,
} from '@playwright/test';
import { expectAccessible } from './accessibility';
import { deleteClustersOf, openApi } from './clusters';
import { isOff, pidOf, stateOf } from './localStack';
import { signIn } from './session';

const TEMPLATE = 'rest-service-typescript';

/** Has to come out as it went in, in every file and on every page. */
const TITLE = 'Locaties "Noord": ${{ 1 }}';

function forgeUrl(): string {
  const home = process.env.NERDS_HOME ?? path.resolve(__dirname, '../.nerds');
  const ports = JSON.parse(
    readFileSync(path.join(home, 'ports.json'), 'utf8'),
  ) as { forge: number };
  return `http://localhost:${ports.forge}`;
}

/** Messages of the commits of a project, as anyone can read them in the forge. */
async function listCommits(name: string): Promise<string[]> {
  const answer = await fetch(
    `${forgeUrl()}/api/v1/repos/projecten/${name}/commits`,
  );
  if (!answer.ok) return [];
  const commits = (await answer.json()) as { commit: { message: string } }[];
  return commits.map(({ commit }) => commit.message);
}

async function waitForForge() {
  await expect
    .poll(() => stateOf('forge'), { timeout: 900_000 })
    .toBe('running');
}

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

test.describe('a new service', () => {
  test.skip(
    () => Boolean(process.env.SKIP_WHAT_IS_OFF) && isOff('forge'),
    'no forge on this machine',
  );
  test.setTimeout(1_200_000);
  test.beforeAll(waitForForge);
  test.beforeEach(async () => {
    await deleteClustersOf('dev-burgerzaken');
  });
  test.afterAll(() => deleteClustersOf('dev-burgerzaken'));

  test('is begun with a form and ends with everything there', async ({
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

    await test.step('the page of the service has its documentation and source', async () => {
      await page
        .getByRole('link', { name: /Open de dienst in de catalogus/ })
        .click();
      await expect(page.getByRole('heading', { name: TITLE })).toBeVisible();
      await expect(
        page.locator(`a[href^="${forgeUrl()}/projecten/${name}"]`).first(),
      ).toBeVisible();
      await page.goto(`/docs/default/component/${name}`);
      await expect(
        page.getByRole('heading', { level: 1, name: TITLE }).first(),
      ).toBeVisible({ timeout: 60_000 });
    });

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

      const before = pidOf('portal');
      process.kill(before, 'SIGKILL');
      await expect
        .poll(
          async () => {
            const health = await api
              .get('/.backstage/health/v1/readiness')
              .catch(() => undefined);
            return health?.ok() && pidOf('portal') !== before;
          },
          { timeout: 300_000 },
        )
        .toBe(true);
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
