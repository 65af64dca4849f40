import { readFileSync } from 'node:fs';
import path from 'node:path';

const ORGANIZATION = 'projecten';

function readStackFile(name: string): string {
  const home = process.env.NERDS_HOME ?? path.resolve(__dirname, '../.nerds');
  return readFileSync(path.join(home, name), 'utf8');
}

/** Address of the forge of the local stack. */
export function forgeUrl(): string {
  const { forge } = JSON.parse(readStackFile('ports.json')) as {
    forge: number;
  };
  return `http://localhost:${forge}`;
}

function repositoryApi(name: string): string {
  return `${forgeUrl()}/api/v1/repos/${ORGANIZATION}/${name}`;
}

/** Messages of the commits of a project, as anyone can read them in the forge. */
export async function listCommits(name: string): Promise<string[]> {
  const answer = await fetch(`${repositoryApi(name)}/commits`);
  if (!answer.ok) return [];
  const commits = (await answer.json()) as { commit: { message: string } }[];
  return commits.map(({ commit }) => commit.message);
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
  const password = readStackFile('secrets/forge-portal-password');
  const login = Buffer.from(`nerds-portal:${password}`).toString('base64');
  const text = change(Buffer.from(content, 'base64').toString());
  const answer = await fetch(url, {
    method: 'PUT',
    headers: {
      Authorization: `Basic ${login}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({
      sha,
      content: Buffer.from(text).toString('base64'),
      message: `Werk ${file} bij`,
    }),
  });
  if (!answer.ok) {
    throw new Error(`The forge answered ${answer.status} to ${file}`);
  }
}
