import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { CatalogSource } from '@nerds/plugin-catalog-sources-common';
import { ANNOTATION_SOURCE } from '@nerds/plugin-entity-model-common';

const SOURCE = `metadata.annotations.${ANNOTATION_SOURCE}`;

/** The page asks again and again; the numbers change slowly. */
const LIFETIME_MS = 60_000;

/**
 * Counts the entities of each source in the catalog, with the rights of this
 * plugin: everyone sees the same number, and no entity.
 *
 * @internal
 */
export class EntityCounter {
  readonly #counts = new Map<string, { count?: number; until: number }>();

  constructor(
    private readonly options: {
      auth: AuthService;
      catalog: CatalogService;
      logger: LoggerService;
      now: () => Date;
    },
  ) {}

  /** @returns the sources, each with its number where that can be told */
  async addCounts(sources: CatalogSource[]): Promise<CatalogSource[]> {
    return Promise.all(
      sources.map(async source => ({
        ...source,
        entityCount: await this.#getCount(source.id),
      })),
    );
  }

  async #getCount(sourceId: string): Promise<number | undefined> {
    const now = this.options.now().getTime();
    const known = this.#counts.get(sourceId);
    if (known && known.until > now) return known.count;
    try {
      const count = await this.#count(sourceId);
      this.#counts.set(sourceId, { count, until: now + LIFETIME_MS });
      return count;
    } catch (error) {
      // The rest of the page does not depend on it.
      this.options.logger.warn(
        `The entities of ${sourceId} could not be counted: ${error}`,
      );
      return known?.count;
    }
  }

  async #count(sourceId: string): Promise<number> {
    const { auth, catalog } = this.options;
    const { totalItems } = await catalog.queryEntities(
      {
        limit: 1,
        fields: ['kind'],
        query: {
          $all: [
            { [SOURCE]: sourceId },
            // Where a forge has a file is not what somebody looks for.
            { $not: { kind: 'Location' } },
          ],
        },
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return totalItems;
  }
}
