import type {
  EntityErrorStore,
  OwnedEntity,
} from '../database/EntityErrorStore';

/** A repaired file may stand in the list this much longer. */
const LIFETIME_MS = 15_000;

/**
 * What has errors and whose that is, for a moment: the list page of the catalog
 * asks each time somebody opens it, and the tables have no index on errors.
 *
 * @remarks
 * The same for everyone, so what comes out must be cut off by who asks.
 *
 * @internal
 */
export class OwnedEntityIndex {
  #last?: { entities: Promise<OwnedEntity[]>; until: number };

  constructor(
    private readonly options: {
      store: Pick<EntityErrorStore, 'listOwned'>;
      now: () => Date;
    },
  ) {}

  async list(): Promise<OwnedEntity[]> {
    const now = this.options.now().getTime();
    if (!this.#last || this.#last.until <= now) {
      const entities = this.options.store.listOwned();
      this.#last = { entities, until: now + LIFETIME_MS };
      // A failure is told to who asked, and not kept.
      entities.catch(() => {
        if (this.#last?.entities === entities) this.#last = undefined;
      });
    }
    return this.#last.entities;
  }
}
