import { rm } from 'node:fs/promises';
import type { UrlReaderService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import {
  getLocationForEntity,
  type PreparerBase,
  type PreparerOptions,
  type PreparerResponse,
} from '@backstage/plugin-techdocs-node';
import type { BuildLimits } from '../config';
import { requireOwnSource } from './requireOwnSource';

/** Documentation is never below these, and they can be very large. */
const SKIPPED = /(^|\/)(node_modules|\.git|\.venv|vendor|target|dist)\//;

/** A repository may hold this much more than its documentation. */
const REPOSITORY_FACTOR = 10;

const MIB = 1024 * 1024;

/** Says of which version of a repository it is that it is too large. @internal */
export class TooLargeRepositoryError extends InputError {
  constructor(message: string, readonly etag: string) {
    super(message);
  }
}

/**
 * Gets documentation from a repository as TechDocs does, and stops when the
 * repository is too large.
 *
 * @internal
 */
export class RepositoryPreparer implements PreparerBase {
  constructor(
    private readonly options: {
      integrations: ScmIntegrationRegistry;
      limits: BuildLimits;
      reader: UrlReaderService;
    },
  ) {}

  /** What a repository is read into is always a copy. */
  shouldCleanPreparedDirectory(): boolean {
    return true;
  }

  /**
   * @throws {@link @backstage/errors#NotModifiedError} when the commit is that of the pages
   * @throws {@link @backstage/errors#NotAllowedError} when it is not the repository of the entity
   * @throws {@link TooLargeRepositoryError} when the repository is too large
   */
  async prepare(
    entity: Entity,
    options?: PreparerOptions,
  ): Promise<PreparerResponse> {
    const { integrations, limits, reader } = this.options;
    const source = getLocationForEntity(entity, integrations);
    requireOwnSource(entity, source, integrations);
    const { target } = source;
    const maxFiles = limits.maxFiles * REPOSITORY_FACTOR;
    const maxBytes = limits.maxSourceBytes * REPOSITORY_FACTOR;
    let files = 0;
    let bytes = 0;
    const isTooLarge = () => files > maxFiles || bytes > maxBytes;
    const response = await reader.readTree(target, {
      etag: options?.etag,
      filter: (path, info) => {
        const size = info?.size ?? 0;
        if (SKIPPED.test(path) || isTooLarge()) return false;
        if (size > limits.maxFileBytes) {
          options?.logger?.warn(`Left out: ${path} is too large`);
          return false;
        }
        files += 1;
        bytes += size;
        return !isTooLarge();
      },
    });
    const preparedDir = await response.dir();
    if (isTooLarge()) {
      await rm(preparedDir, { recursive: true, force: true });
      throw new TooLargeRepositoryError(
        `The repository is too large to make documentation from: more than ${maxFiles} files or ${
          maxBytes / MIB
        } MiB. Put the documentation in a repository of its own`,
        response.etag,
      );
    }
    return { preparedDir, etag: response.etag };
  }
}
