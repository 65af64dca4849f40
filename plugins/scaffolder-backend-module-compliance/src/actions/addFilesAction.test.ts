import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { validatePubliccodeFile } from '@nerds/plugin-entity-model-common';
import { parse } from 'yaml';
import { PROJECT_KINDS, type ProjectKind } from '../domain/ProjectDetails';
import { createAddFilesAction } from './addFilesAction';

const workspace = createMockDirectory();

const INPUT = {
  name: 'balie',
  title: 'Balie',
  description: 'Loket voor inwoners.',
  owner: 'group:default/burgerzaken',
  kind: 'service' as ProjectKind,
};

type Input = typeof INPUT & {
  repositoryUrl?: string;
  securityContact?: string;
  securityTxtPath?: string;
  organisation?: { name: string; uri: string };
};

const ORGANISATION = {
  name: 'Gemeente Amsterdam',
  uri: 'https://identifier.overheid.nl/tooi/id/gemeente/gm0363',
};

const NOW = new Date('2026-11-23T12:00:00.123Z');

async function addFiles(input: Input) {
  const outputs: Record<string, unknown> = {};
  const action = createAddFilesAction({
    repositories: 'https://forge.test/nerds/',
    now: () => NOW,
  });
  await action.handler({
    ...createMockActionContext({ input, workspacePath: workspace.path }),
    logger: mockServices.logger.mock(),
    output: (name: string, value: unknown) => {
      outputs[name] = value;
    },
  });
  return outputs.files;
}

const read = (path: string) => readFileSync(workspace.resolve(path), 'utf8');

beforeEach(() => workspace.clear());

it('carries the licence of the portal itself, word for word', async () => {
  await addFiles(INPUT);
  const root = resolve(__dirname, '../../../..');
  expect(read('LICENSE')).toBe(readFileSync(resolve(root, 'LICENSE'), 'utf8'));
});

it('adds every file that is not there and overwrites none', async () => {
  workspace.setContent({
    'mkdocs.yml': 'site_name: own\n',
    docs: { 'index.md': '# Own\n' },
    'SECURITY.md': '',
  });
  expect(await addFiles(INPUT)).toEqual([
    'LICENSE',
    'publiccode.yml',
    'CONTRIBUTING.md',
    'CODE_OF_CONDUCT.md',
    '.editorconfig',
    'CODEOWNERS',
    '.well-known/security.txt',
  ]);
  expect(read('mkdocs.yml')).toBe('site_name: own\n');
  expect(read('docs/index.md')).toBe('# Own\n');
  expect(read('SECURITY.md')).toBe('');
  expect(parse(read('publiccode.yml')).url).toBe(
    'https://forge.test/nerds/balie',
  );
  // a task that resumes runs it again
  expect(await addFiles({ ...INPUT, title: 'Other' })).toEqual([]);
  expect(parse(read('publiccode.yml')).name).toBe('Balie');
});

it('says whom to tell about a weakness, for almost a year', async () => {
  await addFiles({
    ...INPUT,
    securityContact: 'mailto:security@example.nl',
    securityTxtPath: 'public/.well-known/security.txt',
  });
  expect(read('public/.well-known/security.txt')).toBe(
    'Contact: mailto:security@example.nl\nExpires: 2027-11-18T12:00:00Z\nPreferred-Languages: nl, en\n',
  );
  expect(read('SECURITY.md')).toContain('<security@example.nl>');
});

it.each(PROJECT_KINDS)(
  'describes a %s in publiccode.yml as the standard wants',
  async kind => {
    await addFiles({
      ...INPUT,
      kind,
      description: `Loket ${'heel '.repeat(60)}lang`,
      repositoryUrl: 'https://forge.test/burgerzaken-org/balie',
      organisation: ORGANISATION,
    });
    expect(validatePubliccodeFile(read('publiccode.yml'))).toEqual([]);
    const publiccode = parse(read('publiccode.yml'));
    expect(publiccode).toMatchObject({
      publiccodeYmlVersion: '0.7',
      name: 'Balie',
      url: 'https://forge.test/burgerzaken-org/balie',
      organisation: ORGANISATION,
      legal: { license: 'EUPL-1.2' },
    });
    const { shortDescription, longDescription } = publiccode.description.nl;
    expect(shortDescription.length).toBeLessThanOrEqual(150);
    expect(longDescription.length).toBeGreaterThanOrEqual(150);
    expect(read('CODEOWNERS')).toMatch(
      /^\* @burgerzaken-org\/burgerzaken$(\n.*)+^\.\* @burgerzaken-org\/burgerzaken$/m,
    );
  },
);

it('gives security.txt only to what people can visit', async () => {
  const kinds = new Map<string, unknown>();
  for (const kind of PROJECT_KINDS) {
    workspace.clear();
    const files = (await addFiles({ ...INPUT, kind })) as string[];
    kinds.set(kind, files.includes('.well-known/security.txt'));
  }
  expect(Object.fromEntries(kinds)).toEqual({
    service: true,
    website: true,
    library: false,
    'ml-model': false,
    documentation: false,
    dataset: false,
  });
});

it('writes whatever was typed, as it was typed', async () => {
  const title = `"Balie": <script>alert(1)</script> & 'loket' \${{ x }}`;
  const description = 'Regel één: # geen\nregel twee {: onclick=x }';
  await addFiles({ ...INPUT, title, description });
  const publiccode = parse(read('publiccode.yml'));
  expect(publiccode.name).toBe(title);
  expect(validatePubliccodeFile(read('publiccode.yml'))).toEqual([]);
  expect(publiccode.description.nl.shortDescription).toBe(
    'Regel één: # geen regel twee {: onclick=x }',
  );
  // the theme of MkDocs takes it for HTML
  expect(parse(read('mkdocs.yml')).site_name).toBe(
    `'Balie': ‹script›alert(1)‹/script› & 'loket' \${{ x }}`,
  );
  expect(parse(read('mkdocs.yml'))).toEqual({
    site_name: expect.any(String),
    site_description: 'Regel één: # geen regel twee {: onclick=x }',
    docs_dir: 'docs',
    theme: { name: 'material', language: 'nl' },
    plugins: ['techdocs-core'],
    nav: [{ Start: 'index.md' }],
  });
  expect(read('docs/index.md')).not.toContain('<script>');
  expect(read('docs/index.md')).toMatch(/^# "Balie": &lt;script&gt;/);
});

it('never writes outside the workspace', async () => {
  await expect(
    addFiles({ ...INPUT, securityTxtPath: '../security.txt' }),
  ).rejects.toThrow(/outside/i);
});
