import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { checkContainerfile } from './containerfile.ts';

const CONTAINERFILE = `
ARG BASE=node:24-alpine
FROM \${BASE} AS build
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM nginx:1.29
COPY --from=build /app/dist /srv
COPY deploy/site.conf /etc/site.conf
ENV LISTEN=8080 TOKEN_FILE=/run/token
USER 101
CMD ["nginx"]
`;

const PROJECT = {
  'package.json': '{}',
  'deploy/site.conf': '',
  'tests/a.test.ts': '',
  '.dockerignore': 'node_modules\ntests\n',
};

describe('a Containerfile', () => {
  const directories: string[] = [];
  after(() => {
    for (const directory of directories) {
      rmSync(directory, { recursive: true, force: true });
    }
  });

  async function check(
    containerfile: string,
    files: Record<string, string> = PROJECT,
  ): Promise<string> {
    const directory = mkdtempSync(join(tmpdir(), 'nerds-containerfile-'));
    directories.push(directory);
    for (const [path, text] of Object.entries({
      ...files,
      Containerfile: containerfile,
    })) {
      const file = join(directory, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return (await checkContainerfile(directory, 'Containerfile')).join('\n');
  }

  it('passes when all it names is there and it runs as an ordinary user', async () => {
    assert.equal(await check(CONTAINERFILE), '');
  });

  it('has the user of the stage that it goes on from', async () => {
    const base = 'FROM node:24 AS a\nUSER 1000:1000\nFROM a\n';
    assert.equal(await check(base), '');
    assert.match(await check(`${base}USER root\n`), /^Containerfile:4: USER/);
  });

  for (const [right, wrong, problem] of [
    ['RUN npm ci', 'RUM npm ci', /:6: unknown instruction: RUM .*RUN/],
    ['CMD ["nginx"]', 'COPY --form=x a b', /:15: unknown flag.*form/],
    ['CMD ["nginx"]', 'CMD nginx', /:15: JSONArgsRecommended/],
    ['AS build', 'AS bouw', /:11: build is no stage above .*\(there are: bouw/],
    ['nginx:1.29', 'bulid', /:10: bulid is no stage above/],
    ['=node:24-alpine', '=node', /:3: image node has no version/],
    ['nginx:1.29', 'ghcr.io/x/nginx:latest', /:10: image .* has no version/],
    ['${BASE}', '${BASIS}', /:3: .*BASIS has no value here/],
    ['FROM nginx:1.29', 'FROM nginx:1.29 AS build', /:10: DuplicateStageName/],
    ['USER 101\n', '', /:10: the image runs as root: end with USER/],
    ['USER 101', 'USER 0:0', /:14: USER 0:0: use a number/],
    ['USER 101', 'USER nginx', /:14: USER nginx: use a number/],
    ['ENV LISTEN', 'ENV API_TOKEN', /:13: SecretsUsedInArgOrEnv: .*"API_TOKEN/],
    ['ARG BASE', 'ARG NPM_PASSWORD=x\nARG BASE', /:2: SecretsUsedInArgOrEnv/],
    ['deploy/site.conf', 'site.conf', /:12: COPY site\.conf: .* no such file/],
    ['deploy/site.conf', 'tests', /:12: COPY tests: \.dockerignore leaves it/],
    [
      'RUN npm ci',
      'ADD https://example.nl/a.tgz /',
      /:6: ADD https.*--checksum/,
    ],
  ] as const) {
    it(`is refused, by line: ${JSON.stringify(wrong)}`, async () => {
      assert.ok(CONTAINERFILE.includes(right));
      const found = await check(CONTAINERFILE.replace(right, () => wrong));
      assert.match(found, problem);
    });
  }

  it('is refused without a FROM, and with a file that Docker does not read', async () => {
    assert.match(await check('ARG A=1\n'), /there is no FROM/);
    assert.match(
      await check('FROM node:24\nUSER 1\n', { '.containerignore': '.git' }),
      /:1: .*\.dockerignore/,
    );
  });
});
