import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { READABLE_BY_ANNOTATION } from '@nerds/plugin-access-common';
import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';

/** How long it counts what the catalog said about an entity, in milliseconds. */
const FRESH_MS = 2_000;

/** Entities that are kept that long; a page of results has 20, or 50 at most. */
const MAX_ENTITIES = 20_000;

/** Entities in one question to the catalog. */
const MAX_BATCH = 200;

/** Who may see an entity; undefined: nobody, or there is no such entity. */
type Reader = string | undefined;

/**
 * Who may see an entity now, by the catalog: the index is a little behind, and
 * an entity may have been set apart or removed since.
 *
 * @remarks
 * The catalog is asked as the search itself, for the same holds for everybody:
 * what one person finds, others find at the same moment, and whoever types finds
 * it again with the next letter. So what many ask at once is one question, and an
 * answer counts for two seconds. A failure is not kept.
 *
 * @internal
 */
export class CurrentReaders {
  readonly #loader: DataLoader<string, Reader>;

  constructor(options: { auth: AuthService; catalog: CatalogService }) {
    const { auth, catalog } = options;
    this.#loader = new DataLoader<string, Reader>(
      async entityRefs => {
        const { items } = await catalog.getEntitiesByRefs(
          {
            entityRefs: [...entityRefs],
            fields: [`metadata.annotations.${READABLE_BY_ANNOTATION}`],
          },
          { credentials: await auth.getOwnServiceCredentials() },
        );
        return items.map(
          entity => entity?.metadata?.annotations?.[READABLE_BY_ANNOTATION],
        );
      },
      {
        maxBatchSize: MAX_BATCH,
        cacheMap: new LRUCache<string, Promise<Reader>>({
          max: MAX_ENTITIES,
          ttl: FRESH_MS,
        }),
      },
    );
  }

  /** @returns those of the entities that one of these readers may see */
  async filterReadable(
    entityRefs: string[],
    readers: string[],
  ): Promise<Set<string>> {
    const current = await Promise.all(
      entityRefs.map(ref => this.#loader.load(ref)),
    );
    return new Set(
      entityRefs.filter((_, index) => {
        const reader = current[index];
        return reader !== undefined && readers.includes(reader);
      }),
    );
  }
}
