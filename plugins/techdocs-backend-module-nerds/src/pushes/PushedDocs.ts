import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type { DocumentedEntities } from './DocumentedEntities';
import type { SiteBuilder } from './SiteBuilder';

/**
 * Makes documentation again after a push, so that the next who opens it sees what
 * was pushed.
 *
 * @remarks
 * TechDocs looks whether a source changed when someone opens a page, at most once
 * a minute, and then shows the old page first. This comes before that.
 *
 * @internal
 */
export class PushedDocs {
  /** Per entity: whether there was another push since its build began. */
  private readonly building = new Map<string, { again: boolean }>();

  constructor(
    private readonly options: {
      builder: SiteBuilder;
      entities: DocumentedEntities;
      logger: LoggerService;
    },
  ) {}

  /**
   * Starts what has to be made and returns: a forge does not wait for it.
   *
   * @returns resolves when everything is made; never rejects
   */
  async onPush(repositoryUrl: string): Promise<void> {
    const { entities, logger } = this.options;
    try {
      const found = await entities.findByRepository(repositoryUrl);
      await Promise.all(found.map(entity => this.rebuild(entity)));
    } catch (error) {
      logger.warn(
        `No documentation was made after a push to ${repositoryUrl}: ${
          toError(error).message
        }`,
      );
    }
  }

  private async rebuild(entity: Entity): Promise<void> {
    const entityRef = stringifyEntityRef(entity);
    const current = this.building.get(entityRef);
    if (current) {
      current.again = true;
      return;
    }
    const state = { again: false };
    this.building.set(entityRef, state);
    try {
      do {
        state.again = false;
        await this.build(entity, entityRef);
      } while (state.again);
    } finally {
      this.building.delete(entityRef);
    }
  }

  private async build(entity: Entity, entityRef: string) {
    const { builder, logger } = this.options;
    try {
      const isMade = await builder.build(entity);
      if (isMade) logger.info(`Documentation of ${entityRef} follows a push`);
    } catch (error) {
      // whoever opens it gets the same, with the log of the build
      logger.warn(
        `Documentation of ${entityRef} could not be made after a push: ${
          toError(error).message
        }`,
      );
    }
  }
}
