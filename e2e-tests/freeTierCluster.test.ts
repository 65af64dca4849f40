import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { deleteClustersOf } from './clusters';
import { signIn } from './session';

const run = promisify(execFile);
const KUBECTL =
  process.env.KUBECTL ?? path.resolve(__dirname, '../.nerds/bin/kubectl');

/** Runs the stock kubectl; a refusal is an answer too. */
async function kubectl(kubeconfig: string, ...args: string[]) {
  try {
    const { stdout } = await run(KUBECTL, [
      '--kubeconfig',
      kubeconfig,
      ...args,
    ]);
    return stdout;
  } catch (error) {
    return (error as { stderr: string }).stderr;
  }
}

/** What a person fills in. */
async function requestCluster(page: Page, name: string) {
  await page.goto('/clusters');
  await page.getByRole('link', { name: 'Cluster aanvragen' }).click();
  await page.getByLabel(/^Naam/).fill(name);
  await page.getByLabel(/^Doel/).fill('Kijken of het werkt');
  await page.getByRole('button', { name: 'Controleren' }).click();
  await page.getByRole('button', { name: 'Cluster aanvragen' }).click();
}

test.describe('a free-tier cluster', () => {
  test.beforeEach(() => deleteClustersOf('dev-burgerzaken'));
  test.afterAll(() => deleteClustersOf('dev-burgerzaken'));

  test('is asked for with a form, used with kubectl and deleted', async ({
    page,
  }, testInfo) => {
    const name = `proef-${Date.now().toString(36)}`;
    await signIn(page, 'dev-burgerzaken');
    await requestCluster(page, name);

    await test.step('the steps show while it works, and end in buttons', async () => {
      await expect(page.getByText('Uw cluster is klaar')).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('link', { name: /Open het cluster/ }).click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
      await expect(
        page.getByText('Het cluster is klaar voor gebruik.'),
      ).toBeVisible();
    });

    const kubeconfig = testInfo.outputPath(`${name}.kubeconfig`);
    await test.step('a machine gets a kubeconfig, once', async () => {
      await page.getByRole('tab', { name: 'Voor een pipeline' }).click();
      await page.getByLabel(/^Waarvoor het is/).fill('Browsertest');
      await page.getByRole('button', { name: 'Kubeconfig maken' }).click();
      await expectAccessible(page);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Downloaden' }).click();
      await (await download).saveAs(kubeconfig);
      expect(await readFile(kubeconfig, 'utf8')).toContain('token:');
      expect(page.url()).not.toContain('token');
    });

    await test.step('the stock kubectl runs pods with it', async () => {
      expect(
        await kubectl(
          kubeconfig,
          'create',
          'deployment',
          'web',
          '--image=example.org/web:1',
          '--replicas=2',
        ),
      ).toContain('deployment.apps/web created');
      expect(
        await kubectl(
          kubeconfig,
          'rollout',
          'status',
          'deployment/web',
          '--timeout=60s',
        ),
      ).toContain('successfully rolled out');
    });

    await test.step('the quota stops more, and says so', async () => {
      await kubectl(kubeconfig, 'scale', 'deployment/web', '--replicas=40');
      await expect
        .poll(() => kubectl(kubeconfig, 'get', 'events'), { timeout: 30_000 })
        .toContain('exceeded quota');
      await page.reload();
      await expect(page.getByText(/20 van 20 pods/)).toBeVisible();
    });

    await test.step('it is gone after deleting it', async () => {
      await page.getByRole('button', { name: 'Cluster verwijderen' }).click();
      const dialog = page.getByRole('dialog');
      await expect(
        dialog.getByRole('button', { name: 'Definitief verwijderen' }),
      ).toBeDisabled();
      await dialog.getByRole('textbox').fill(name);
      await dialog
        .getByRole('button', { name: 'Definitief verwijderen' })
        .click();
      await expect
        .poll(() => kubectl(kubeconfig, 'get', 'pods'), { timeout: 60_000 })
        .toMatch(/Unauthorized|logged in|[Ff]orbidden/);
      await page.goto('/clusters');
      await expect(page.getByRole('link', { name })).toBeHidden({
        timeout: 60_000,
      });
    });
  });

  test('is refused in the form, with a sentence at the field', async ({
    page,
  }) => {
    await signIn(page, 'dev-burgerzaken', '/clusters');
    await page.getByRole('link', { name: 'Cluster aanvragen' }).click();
    await page.getByLabel(/^Naam/).fill('kube-burgerzaken');
    await expect(page.getByText(/is gereserveerd/).first()).toBeVisible();
    await page.getByRole('button', { name: 'Controleren' }).click();
    await expect(
      page.getByText('Vul in waar het cluster voor is.').first(),
    ).toBeVisible();
    await expectAccessible(page);
  });
});

test('who has no team is told why there is nothing to ask for', async ({
  page,
}) => {
  await signIn(page, 'no-team', '/clusters');
  await expect(
    page.getByText(/(geen team|van geen enkel team)/).first(),
  ).toBeVisible();
  await expectAccessible(page);
});

test('who is in two teams chooses between those two only', async ({ page }) => {
  await signIn(
    page,
    'dev-two-teams',
    '/create/templates/default/free-tier-cluster',
  );
  const team = page.getByLabel(/^Team/).first();
  await team.click();
  await expect(page.getByRole('option')).toHaveText([
    /Burgerzaken/,
    /Vergunningen/,
  ]);
});
