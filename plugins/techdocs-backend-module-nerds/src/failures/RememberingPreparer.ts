import { rm } from 'node:fs/promises';
import type { Entity } from '@backstage/catalog-model';
import { isError, NotModifiedError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import {
  getLocationForEntity,
  type PreparerBase,
  type PreparerOptions,
  type PreparerResponse,
} from '@backstage/plugin-techdocs-node';
import { TooLargeRepositoryError } from '../preparers/RepositoryPreparer';
import {
  buildSiteKey,
  type FailedBuild,
  type FailedBuilds,
} from './FailedBuilds';

/**
 * Does not prepare again what could not be made into documentation before:
 * whoever opens it gets the reason and the log of the build that failed. A
 * source that changed is prepared as if nothing had happened.
 *
 * @internal
 */
export class RememberingPreparer implements PreparerBase {
  constructor(
    private readonly options: {
      inner: PreparerBase;
      failures: FailedBuilds;
      integrations: ScmIntegrationRegistry;
      now: () => Date;
    },
  ) {}

  shouldCleanPreparedDirectory(): boolean {
    return this.options.inner.shouldCleanPreparedDirectory();
  }

  /** @throws Error with the reason of the build that failed, when nothing changed since */
  async prepare(
    entity: Entity,
    options: PreparerOptions = {},
  ): Promise<PreparerResponse> {
    const site = buildSiteKey(
      getLocationForEntity(entity, this.options.integrations),
      entity.metadata.title ?? entity.metadata.name,
    );
    const failed = await this.options.failures.find(site);
    if (!failed) return this.prepareAnew(site, entity, options);
    const prepared = await this.prepareAnew(site, entity, {
      ...options,
      // of that version there is nothing to prepare
      etag: failed.etag,
    }).catch(error => {
      if (isError(error) && error.name === 'NotModifiedError') {
        options.logger?.error(describeFailure(failed));
        throw new Error(failed.reason);
      }
      throw error;
    });
    if (prepared.etag === options.etag) {
      await rm(prepared.preparedDir, { recursive: true, force: true });
      throw new NotModifiedError(
        'The source is again what the pages were made from',
      );
    }
    return prepared;
  }

  /** A repository that is too large is read once, not for everyone who asks. */
  private async prepareAnew(
    site: string,
    entity: Entity,
    options: PreparerOptions,
  ): Promise<PreparerResponse> {
    const { failures, inner, now } = this.options;
    try {
      return await inner.prepare(entity, options);
    } catch (error) {
      if (error instanceof TooLargeRepositoryError) {
        const { etag, message: reason } = error;
        const failedAt = now();
        await failures.remember(site, { etag, reason, log: reason, failedAt });
      }
      throw error;
    }
  }
}

function describeFailure({ failedAt, log }: FailedBuild): string {
  return `This documentation could not be made on ${failedAt.toISOString()}, and its source did not change since. This is what the log said:\n${log}`;
}
