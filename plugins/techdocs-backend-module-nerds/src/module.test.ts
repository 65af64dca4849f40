import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  techdocsGeneratorExtensionPoint,
  techdocsPreparerExtensionPoint,
  techdocsPublisherExtensionPoint,
  type PreparerBase,
} from '@backstage/plugin-techdocs-node';
import { createTestDatabases } from './__testUtils__/testDatabase';
import { techdocsModuleNerds } from './module';

const initDatabase = createTestDatabases();
const directory = createMockDirectory();

function entityAt(location: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'documented',
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/techdocs-ref': 'dir:.',
      },
    },
  };
}

const onDisk = entityAt(`file:${directory.resolve('catalog-info.yaml')}`);

async function registeredPreparer(): Promise<PreparerBase> {
  const registerPreparer = jest.fn<void, ['dir' | 'url', PreparerBase]>();
  await startTestBackend({
    extensionPoints: [
      [techdocsPreparerExtensionPoint, { registerPreparer }],
      [techdocsGeneratorExtensionPoint, { setTechdocsGenerator: jest.fn() }],
      [
        techdocsPublisherExtensionPoint,
        { registerPublisher: jest.fn(), registerPublisherSettings: jest.fn() },
      ],
    ],
    features: [
      techdocsModuleNerds,
      mockServices.database.factory({ knex: await initDatabase() }),
    ],
  });
  const preparers = new Map(registerPreparer.mock.calls);
  expect([...preparers.keys()]).toEqual(['url', 'dir']);
  return preparers.get('dir')!;
}

describe('techdocsModuleNerds', () => {
  beforeEach(() =>
    directory.setContent({
      'mkdocs.yml':
        'site_name: Pages\nmarkdown_extensions:\n  - x: { f: !!python/name:m.f }\n',
      docs: { 'index.md': '# Pages', how: { 'to.md': '# To' } },
      node_modules: { 'big.js': '' },
    }),
  );

  it('copies what the pages are made from, and nothing else', async () => {
    const preparer = await registeredPreparer();
    const { preparedDir } = await preparer.prepare(onDisk);

    expect(preparedDir).not.toBe(directory.path);
    await expect(
      readFile(`${preparedDir}/docs/how/to.md`, 'utf8'),
    ).resolves.toBe('# To');
    expect(existsSync(`${preparedDir}/mkdocs.yml`)).toBe(true);
    expect(existsSync(`${preparedDir}/node_modules`)).toBe(false);
    expect(preparer.shouldCleanPreparedDirectory()).toBe(true);
  });

  it('makes the pages again only when something changed', async () => {
    const preparer = await registeredPreparer();
    const { etag } = await preparer.prepare(onDisk);
    await expect(preparer.prepare(onDisk, { etag })).rejects.toMatchObject({
      name: 'NotModifiedError',
    });

    directory.addContent({ docs: { 'new.md': '' } });
    const { etag: later } = await preparer.prepare(onDisk, { etag });
    directory.addContent({ 'mkdocs.yml': 'docs_dir: ./docs' });
    const { etag: last } = await preparer.prepare(onDisk, { etag: later });
    expect(new Set([etag, later, last]).size).toBe(3);
  });

  it('reads nothing outside the directory', async () => {
    const preparer = await registeredPreparer();
    directory.addContent({ 'mkdocs.yml': 'docs_dir: ../other' });
    await expect(preparer.prepare(onDisk)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
  });

  it.each([
    ['a directory of the portal', { 'source-location': 'file:DISK' }],
    [
      'a repository that it says is its own',
      { 'source-location': 'url:https://github.com/team/geheim/blob/main/' },
    ],
    [
      'a repository of another',
      { 'techdocs-ref': 'url:https://github.com/team/geheim/tree/main' },
    ],
  ])('makes nothing of %s', async (_, annotations) => {
    const preparer = await registeredPreparer();
    const entity = entityAt(
      'url:https://github.com/team/dienst/blob/main/catalog-info.yaml',
    );
    for (const [name, value] of Object.entries(annotations)) {
      entity.metadata.annotations![`backstage.io/${name}`] = value.replace(
        'DISK',
        directory.resolve('catalog-info.yaml'),
      );
    }
    await expect(preparer.prepare(entity)).rejects.toThrow(
      /has to be in the same repository/,
    );
  });

  it('says that there is nothing to make it from', async () => {
    directory.setContent({ docs: { 'index.md': '' } });
    const preparer = await registeredPreparer();
    await expect(preparer.prepare(onDisk)).rejects.toThrow(
      /There is no mkdocs\.yml and no README\.md in /,
    );
  });

  it('takes a README for documentation when there is no other', async () => {
    directory.setContent({ 'README.md': '# Dienst', 'secret.txt': '' });
    const preparer = await registeredPreparer();
    const { preparedDir, etag } = await preparer.prepare(onDisk);
    expect(existsSync(`${preparedDir}/README.md`)).toBe(true);
    expect(existsSync(`${preparedDir}/secret.txt`)).toBe(false);
    await expect(preparer.prepare(onDisk, { etag })).rejects.toMatchObject({
      name: 'NotModifiedError',
    });
  });

  it('leaves a repository to TechDocs', async () => {
    const preparer = await registeredPreparer();
    const elsewhere = entityAt(
      'url:https://git.example/team/catalog-info.yaml',
    );
    await expect(preparer.prepare(elsewhere)).rejects.toThrow(
      /git\.example.*not allowed|Reading from .*git\.example/,
    );
  });
});
