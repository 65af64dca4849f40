import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import {
  getLocationForEntity,
  type PreparerBase,
  type PreparerOptions,
  type PreparerResponse,
} from '@backstage/plugin-techdocs-node';
import { readDocsDirectory } from '../mkdocs/toSafeMkdocsConfig';

/** In the order in which TechDocs looks for them. */
const CONFIG_FILES = ['mkdocs.yaml', 'mkdocs.yml'];

/** What the pages of one directory are made from, relative to it. */
interface Sources {
  configFile: string;
  docsDirectory: string;
}

/**
 * Prepares documentation in a directory on disk by copying what the pages are
 * made from, because the generator changes and walks what it is given.
 *
 * @internal
 */
export class CopyingDirectoryPreparer implements PreparerBase {
  private readonly original: PreparerBase;
  private readonly integrations: ScmIntegrationRegistry;
  private readonly workingDirectory: string;

  /** @param options - `original` prepares what is not on disk */
  constructor(options: {
    original: PreparerBase;
    integrations: ScmIntegrationRegistry;
    workingDirectory: string;
  }) {
    this.original = options.original;
    this.integrations = options.integrations;
    this.workingDirectory = options.workingDirectory;
  }

  /** What is prepared is always a copy, also of a repository. */
  shouldCleanPreparedDirectory(): boolean {
    return true;
  }

  /**
   * @throws {@link @backstage/errors#NotModifiedError} when nothing changed
   *   since the pages were made
   * @throws {@link @backstage/errors#NotFoundError} when there is no mkdocs.yml
   */
  async prepare(
    entity: Entity,
    options?: PreparerOptions,
  ): Promise<PreparerResponse> {
    const { type, target } = getLocationForEntity(entity, this.integrations);
    if (type !== 'dir') {
      return this.original.prepare(entity, options);
    }
    const sources = await findSources(target);
    const etag = await hashSources(target, sources);
    if (etag === options?.etag) {
      throw new NotModifiedError(`Nothing changed in ${target}`);
    }
    const preparedDir = await mkdtemp(
      path.join(this.workingDirectory, 'techdocs-source-'),
    );
    for (const name of [sources.configFile, sources.docsDirectory]) {
      await cp(path.join(target, name), path.join(preparedDir, name), {
        recursive: true,
        preserveTimestamps: true,
        // the generator refuses links that lead out of the copy
        verbatimSymlinks: true,
      });
    }
    return { preparedDir, etag };
  }
}

async function findSources(directory: string): Promise<Sources> {
  const names = await readdir(directory);
  const configFile = CONFIG_FILES.find(name => names.includes(name));
  if (!configFile) {
    throw new NotFoundError(`There is no mkdocs.yml in ${directory}`);
  }
  const text = await readFile(path.join(directory, configFile), 'utf8');
  const docsDirectory = path.relative(
    directory,
    path.resolve(directory, readDocsDirectory(text)),
  );
  resolveSafeChildPath(directory, docsDirectory);
  return { configFile, docsDirectory };
}

async function hashSources(
  directory: string,
  { configFile, docsDirectory }: Sources,
): Promise<string> {
  const entries = await readdir(path.join(directory, docsDirectory), {
    recursive: true,
    withFileTypes: true,
  });
  const files = entries
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const file of [path.join(directory, configFile), ...files]) {
    hash.update(path.relative(directory, file));
    hash.update('\0');
    hash.update(await readFile(file));
    hash.update('\0');
  }
  return hash.digest('hex');
}
