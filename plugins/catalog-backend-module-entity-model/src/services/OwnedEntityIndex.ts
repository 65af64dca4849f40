import type { Entity } from '@backstage/catalog-model';
import type { EntityErrorStore } from '../database/EntityErrorStore';
import { toOwnerRef } from '../domain/toOwnerRef';

/** An entity with errors, and whose it is. @internal */
export interface OwnedEntity {
  entityId: string;
  entityRef: string;
  /**
   * Entity refs: of the owner that it names, or, when it names none that can be
   * read, of all that own something out of the same repository.
   */
  owners: string[];
  /** Address of that repository; absent when it names an owner, or in none. */
  repository?: string;
}

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
      store: Pick<EntityErrorStore, 'listFailed' | 'listOwners'>;
      /** The repository that an entity is in; nothing when that is not sure. */
      findRepository: (entity: Entity) => string | undefined;
      now: () => Date;
    },
  ) {}

  async list(): Promise<OwnedEntity[]> {
    const now = this.options.now().getTime();
    if (!this.#last || this.#last.until <= now) {
      const entities = this.#read();
      this.#last = { entities, until: now + LIFETIME_MS };
      // A failure is told to who asked, and not kept.
      entities.catch(() => {
        if (this.#last?.entities === entities) this.#last = undefined;
      });
    }
    return this.#last.entities;
  }

  /**
   * Of an entity that has been read again since: its owners by what it says now.
   *
   * @param known - what the list says of it
   */
  refresh(known: OwnedEntity, entity: Entity): OwnedEntity {
    const now = this.#toOwned({ ...known, entity });
    const isSame = now.repository && now.repository === known.repository;
    return isSame ? known : now;
  }

  async #read(): Promise<OwnedEntity[]> {
    const { store } = this.options;
    const found: OwnedEntity[] = [];
    for await (const batch of store.listFailed()) {
      found.push(...batch.map(failed => this.#toOwned(failed)));
    }
    const repositories = new Set(
      found.flatMap(({ repository }) => repository ?? []),
    );
    const owners = await store.listOwners([...repositories]);
    return found.map(entity =>
      entity.repository
        ? { ...entity, owners: [...(owners.get(entity.repository) ?? [])] }
        : entity,
    );
  }

  #toOwned(options: {
    entityId: string;
    entityRef: string;
    entity: Entity;
  }): OwnedEntity {
    const { entityId, entityRef, entity } = options;
    const owner = toOwnerRef(entity);
    if (owner) return { entityId, entityRef, owners: [owner] };
    const repository = this.options.findRepository(entity);
    return { entityId, entityRef, owners: [], repository };
  }
}
