import { createHash } from 'node:crypto';
import { cp, lstat, mkdtemp, readdir, readFile } from 'node:fs/promises';
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
import { requireOwnSource } from './requireOwnSource';

/** In the order in which TechDocs looks for them. */
const CONFIG_FILES = ['mkdocs.yaml', 'mkdocs.yml'];

/** Is the documentation of what has no other. */
const README = 'README.md';

/** What the pages of one directory are made from, relative to it. */
type Sources = string[];

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
   * @throws {@link @backstage/errors#NotAllowedError} when the entity itself is not on disk
   * @throws {@link @backstage/errors#NotFoundError} when there is neither mkdocs.yml nor README.md
   */
  async prepare(
    entity: Entity,
    options?: PreparerOptions,
  ): Promise<PreparerResponse> {
    const source = getLocationForEntity(entity, this.integrations);
    if (source.type !== 'dir') {
      return this.original.prepare(entity, options);
    }
    requireOwnSource(entity, source, this.integrations);
    const { target } = source;
    const sources = await findSources(target);
    const etag = await hashSources(target, sources);
    if (etag === options?.etag) {
      throw new NotModifiedError(`Nothing changed in ${target}`);
    }
    const preparedDir = await mkdtemp(
      path.join(this.workingDirectory, 'techdocs-source-'),
    );
    for (const name of sources) {
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
    if (names.includes(README)) return [README];
    throw new NotFoundError(
      `There is no mkdocs.yml and no ${README} in ${directory}`,
    );
  }
  const text = await readFile(path.join(directory, configFile), 'utf8');
  const docsDirectory = path.relative(
    directory,
    path.resolve(directory, readDocsDirectory(text)),
  );
  resolveSafeChildPath(directory, docsDirectory);
  return names.includes(README)
    ? [configFile, docsDirectory, README]
    : [configFile, docsDirectory];
}

async function hashSources(
  directory: string,
  sources: Sources,
): Promise<string> {
  const lists = await Promise.all(
    sources.map(name => listFiles(path.join(directory, name))),
  );
  const hash = createHash('sha256');
  for (const file of lists.flat().sort()) {
    hash.update(path.relative(directory, file));
    hash.update('\0');
    hash.update(await readFile(file));
    hash.update('\0');
  }
  return hash.digest('hex');
}

/** Files below a directory, or the file itself; nothing when it is not there. */
async function listFiles(where: string): Promise<string[]> {
  const found = await lstat(where).catch(
    // the generator says what is missing
    () => undefined,
  );
  if (found?.isFile()) return [where];
  if (!found?.isDirectory()) return [];
  const entries = await readdir(where, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name));
}
