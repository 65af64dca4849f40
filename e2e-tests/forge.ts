import { expect, type Page } from '@playwright/test';
import { readPorts, readStackFile } from './localStack';
import type { DemoAccount } from './session';

const ORGANIZATION = 'projecten';

/** Address of the forge of the local stack. */
export function forgeUrl(): string {
  return `http://localhost:${readPorts().forge}`;
}

function repositoryApi(name: string): string {
  return `${forgeUrl()}/api/v1/repos/${ORGANIZATION}/${name}`;
}

/** Asks the forge something as the portal does; nothing is a failure. */
async function askForge(
  url: string,
  method: 'POST' | 'PUT' | 'DELETE',
  body?: object,
): Promise<void> {
  const password = readStackFile('secrets/forge-portal-password');
  const login = Buffer.from(`nerds-portal:${password}`).toString('base64');
  const answer = await fetch(url, {
    method,
    headers: {
      Authorization: `Basic ${login}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) {
    throw new Error(`The forge answered ${answer.status} to ${method} ${url}`);
  }
}

const toBase64 = (text: string) => Buffer.from(text).toString('base64');

/** Messages of the commits of a project, as anyone can read them in the forge. */
export async function listCommits(name: string): Promise<string[]> {
  const answer = await fetch(`${repositoryApi(name)}/commits`);
  if (!answer.ok) return [];
  const commits = (await answer.json()) as { commit: { message: string } }[];
  return commits.map(({ commit }) => commit.message);
}

/** Makes a repository as a person would, outside the portal. */
export async function createRepository(
  name: string,
  files: Record<string, string>,
): Promise<void> {
  await askForge(`${forgeUrl()}/api/v1/orgs/${ORGANIZATION}/repos`, 'POST', {
    name,
    default_branch: 'main',
  });
  for (const [file, text] of Object.entries(files)) {
    await askForge(`${repositoryApi(name)}/contents/${file}`, 'POST', {
      content: toBase64(text),
      message: `Voeg ${file} toe`,
    });
  }
}

/** Opens README.md of a project to change it, and signs in for that. */
export async function openEditor(
  page: Page,
  name: string,
  account: DemoAccount,
): Promise<void> {
  await page.goto(`${forgeUrl()}/${ORGANIZATION}/${name}`);
  await page.locator('a[href$="/_edit/main/README.md"]').click();
  await expect(
    page.getByRole('heading', { name: 'Inloggen bij de forge' }),
  ).toBeVisible();
  await page.getByRole('button', { name: new RegExp(account) }).click();
}

/** Removes a repository from the forge. */
export async function deleteRepository(name: string): Promise<void> {
  await askForge(repositoryApi(name), 'DELETE');
}

/** Pushes a commit that changes one file of a project. */
export async function changeFile(
  name: string,
  file: string,
  change: (text: string) => string,
): Promise<void> {
  const url = `${repositoryApi(name)}/contents/${file}`;
  const { content, sha } = (await (await fetch(url)).json()) as {
    content: string;
    sha: string;
  };
  const text = change(Buffer.from(content, 'base64').toString());
  await askForge(url, 'PUT', {
    sha,
    content: toBase64(text),
    message: `Werk ${file} bij`,
  });
}
