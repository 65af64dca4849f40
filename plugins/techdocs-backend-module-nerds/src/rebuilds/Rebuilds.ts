import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type { DatabaseRequestedBuilds } from '../database/DatabaseRequestedBuilds';
import { BuildLog } from '../failures/BuildLog';
import { hideSecrets } from '../generators/hideSecrets';
import type { SiteBuilder } from '../pushes/SiteBuilder';

/** A page that shows a build asks about as often. */
const KEEP_ALIVE_MS = 2_000;

/**
 * Makes documentation again for a person who asks, also when nothing changed: a
 * build that failed is remembered, and what made it fail may be elsewhere.
 *
 * @internal
 */
export class Rebuilds {
  constructor(
    private readonly options: {
      builder: SiteBuilder;
      builds: DatabaseRequestedBuilds;
      logger: LoggerService;
    },
  ) {}

  /**
   * Begins a build that goes on after this; one that runs already will do.
   *
   * @returns its id
   */
  async request(entity: Entity): Promise<string> {
    const ownId = randomUUID();
    const id = await this.options.builds.begin(
      stringifyEntityRef(entity),
      ownId,
    );
    // it tells the log and the database how it went, and never rejects
    if (id === ownId) void this.run(entity, id);
    return id;
  }

  private async run(entity: Entity, id: string): Promise<void> {
    const { builder, builds, logger } = this.options;
    const log = new BuildLog();
    const tell = (failure: unknown) =>
      logger.warn(
        `How a build of documentation goes cannot be kept: ${
          toError(failure).message
        }`,
      );
    const timer = setInterval(() => {
      builds.keepAlive(id, log.toString()).catch(tell);
    }, KEEP_ALIVE_MS);
    timer.unref();
    const reason = await builder.buildAnew(entity, log).then(
      () => undefined,
      error => hideSecrets(toError(error).message),
    );
    clearInterval(timer);
    await builds.end(id, { reason, log: log.toString() }).catch(tell);
    const outcome = reason === undefined ? 'was made' : 'could not be made';
    logger.info(
      `Documentation of ${stringifyEntityRef(entity)} ${outcome} on request`,
    );
  }
}
