import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { parse } from 'yaml';
import { expectAccessible } from './accessibility';
import { openApi } from './clusters';
import { isOff, waitUntilRuns } from './localStack';
import { signIn } from './session';

const TEMPLATE = path.resolve(__dirname, '../templates/documentation-site');

function readTemplate(): { path: string[]; text: string }[] {
  return readdirSync(TEMPLATE, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => {
      const file = path.join(entry.parentPath, entry.name);
      return {
        path: path.relative(TEMPLATE, file).split(path.sep),
        text: readFileSync(file, 'utf8'),
      };
    });
}

/**
 * A browser without a person cannot show its window for choosing a directory. It
 * chooses a real directory of the browser's own instead, with the template in it.
 */
async function chooseDirectory(page: Page) {
  await page.addInitScript(files => {
    const fill = async (root: FileSystemDirectoryHandle) => {
      for (const file of files) {
        let directory = root;
        for (const part of file.path.slice(0, -1)) {
          directory = await directory.getDirectoryHandle(part, {
            create: true,
          });
        }
        const handle = await directory.getFileHandle(file.path.at(-1)!, {
          create: true,
        });
        const writable = await handle.createWritable();
        await writable.write(file.text);
        await writable.close();
      }
      return root;
    };
    Object.assign(window, {
      showDirectoryPicker: async () =>
        fill(
          await (
            await navigator.storage.getDirectory()
          ).getDirectoryHandle('sjabloon', { create: true }),
        ),
    });
  }, readTemplate());
}

test.describe('the dry run of a template', () => {
  test.skip(
    () => Boolean(process.env.SKIP_WHAT_IS_OFF) && isOff('forge'),
    'no forge on this machine',
  );
  test.setTimeout(1_200_000);

  test('shows its maker the form, the log and the files, and makes nothing', async ({
    page,
  }) => {
    await waitUntilRuns('forge', 900_000);
    const name = `proef-${Date.now().toString(36)}`;
    await chooseDirectory(page);
    await signIn(page, 'platform-engineer');

    await test.step('the template is read from a directory', async () => {
      await page.goto('/create/edit');
      await expectAccessible(page);
      await page
        .getByRole('button', { name: /Map met sjabloon laden/ })
        .click();
      await page.getByText('template.yaml', { exact: true }).click();
    });

    await test.step('its form is filled in', async () => {
      await page.getByLabel(/^Naam/).fill(name);
      await page.getByLabel(/^Titel/).fill('Handboek');
      await page
        .getByLabel(/^Omschrijving/)
        .fill('Hoe wij werken, voor wie nieuw is.');
      await expect(page.getByText('Deze naam is vrij.')).toBeVisible();
      await page.getByRole('button', { name: 'Controleren' }).click();
      await page.getByRole('button', { name: 'Maken' }).click();
    });

    await test.step('the files and the log of every step are shown', async () => {
      await expect(page.getByRole('tab', { name: 'Bestanden' })).toBeVisible({
        timeout: 60_000,
      });
      for (const file of ['catalog-info.yaml', 'publiccode.yml', 'LICENSE']) {
        await expect(page.getByText(file, { exact: true })).toBeVisible();
      }
      await page.getByRole('tab', { name: 'Logboek' }).click();
      await page.getByRole('button', { name: /Repository maken/ }).click();
      await expect(
        page.getByText(/zou nu gemaakt kunnen worden/),
      ).toBeVisible();
    });

    await test.step('there is no repository and no entity', async () => {
      const home =
        process.env.NERDS_HOME ?? path.resolve(__dirname, '../.nerds');
      const { forge } = JSON.parse(
        readFileSync(path.join(home, 'ports.json'), 'utf8'),
      ) as { forge: number };
      const repository = await fetch(
        `http://localhost:${forge}/api/v1/repos/projecten/${name}`,
      );
      expect(repository.status).toBe(404);
      const api = await openApi('platform-engineer');
      const entity = await api.get(
        `/api/catalog/entities/by-name/component/default/${name}`,
      );
      expect(entity.status()).toBe(404);
      await api.dispose();
    });
  });

  test('is not for who only uses templates', async ({ page }) => {
    await signIn(page, 'dev-burgerzaken');
    await page.goto('/create/edit');
    await expect(
      page.getByRole('heading', {
        name: /bestaat niet, of u mag hem niet zien/,
      }),
    ).toBeVisible();
    const api = await openApi('dev-burgerzaken');
    const answer = await api.post('/api/scaffolder/v2/dry-run', {
      data: {
        template: parse(
          readFileSync(path.join(TEMPLATE, 'template.yaml'), 'utf8'),
        ),
        values: {},
        directoryContents: [],
      },
    });
    expect(answer.status()).toBe(403);
    await api.dispose();
  });

  test('refuses a dataset about people that is for everyone, also without the form', async () => {
    const api = await openApi('platform-engineer');
    const folder = path.resolve(__dirname, '../templates/dataset-publication');
    const { values } = parse(
      readFileSync(path.join(folder, 'template-test.yaml'), 'utf8'),
    ) as { values: Record<string, unknown> };
    const answer = await api.post('/api/scaffolder/v2/dry-run', {
      data: {
        template: parse(
          readFileSync(path.join(folder, 'template.yaml'), 'utf8'),
        ),
        values: {
          ...values,
          name: 'laadpalen',
          title: 'Laadpalen',
          description: 'Waar de laadpalen staan.',
          owner: 'group:default/platform',
          accessRights: 'PUBLIC',
          personalData: 'present',
        },
        directoryContents: [],
      },
    });
    expect(answer.status()).toBe(400);
    const { errors } = (await answer.json()) as {
      errors: { property: string; schema: { errorMessage: string } }[];
    };
    expect(errors).toEqual([
      expect.objectContaining({
        property: 'instance.personalData',
        schema: expect.objectContaining({
          errorMessage: expect.stringContaining('kan niet voor iedereen zijn'),
        }),
      }),
    ]);
    await api.dispose();
  });
});
