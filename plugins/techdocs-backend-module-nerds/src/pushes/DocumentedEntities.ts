import type { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { getLocationForEntity } from '@backstage/plugin-techdocs-node';

const ANNOTATION = 'metadata.annotations.backstage.io/techdocs-ref';
const PAGE_SIZE = 500;

/** Pushes come often; what has documentation changes rarely. */
const KEEP_MS = 60_000;

/** A push to what is not known reads the catalog again, no more often than this. */
const REREAD_MS = 5_000;

interface Documented {
  entityRef: string;
  target: string;
}

/**
 * Knows which entities have their documentation in which repository.
 *
 * @internal
 */
export class DocumentedEntities {
  private list?: { at: number; entities: Promise<Documented[]> };

  constructor(
    private readonly options: {
      auth: AuthService;
      catalog: CatalogService;
      integrations: ScmIntegrationRegistry;
      now: () => number;
      wait: (ms: number) => Promise<void>;
    },
  ) {}

  /** Entities with documentation in a repository, as they are now. */
  async findByRepository(repositoryUrl: string): Promise<Entity[]> {
    const { auth, catalog } = this.options;
    const prefix = `${repositoryUrl.toLowerCase()}/`;
    const findIn = (list: Documented[]) =>
      list
        .filter(({ target }) => `${target.toLowerCase()}/`.startsWith(prefix))
        .map(({ entityRef }) => entityRef);
    let refs = findIn(await this.listAll(this.options.now() - KEEP_MS));
    // it may be new: a project gets its first change soon after it is made
    if (refs.length === 0) refs = findIn(await this.listAgain());
    if (refs.length === 0) return [];
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: refs },
      // a forge tells about a push, no person does; pages are only shown to
      // those who may see the entity
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return items.filter(entity => entity !== undefined);
  }

  /** A list that is read after this moment; waited for when the last is young. */
  private async listAgain(): Promise<Documented[]> {
    const { now, wait } = this.options;
    const askedAt = now();
    await wait(Math.max(0, (this.list?.at ?? 0) + REREAD_MS - askedAt));
    // another push may have had it read since
    return this.listAll(askedAt);
  }

  private listAll(newerThan: number): Promise<Documented[]> {
    const now = this.options.now();
    if (!this.list || this.list.at <= newerThan) {
      const list = { at: now, entities: this.readAll() };
      list.entities.catch(() => {
        // the next push tries again
        if (this.list === list) this.list = undefined;
      });
      this.list = list;
    }
    return this.list.entities;
  }

  private async readAll(): Promise<Documented[]> {
    const { auth, catalog } = this.options;
    const credentials = await auth.getOwnServiceCredentials();
    const found: Documented[] = [];
    let cursor: string | undefined;
    do {
      const { items, pageInfo } = await catalog.queryEntities(
        cursor
          ? { cursor, limit: PAGE_SIZE }
          : {
              filter: { [ANNOTATION]: CATALOG_FILTER_EXISTS },
              fields: ['kind', 'metadata'],
              limit: PAGE_SIZE,
            },
        { credentials },
      );
      found.push(...items.flatMap(entity => this.locate(entity)));
      cursor = pageInfo.nextCursor;
    } while (cursor);
    return found;
  }

  private locate(entity: Entity): Documented[] {
    try {
      const location = getLocationForEntity(entity, this.options.integrations);
      return location.type === 'url'
        ? [{ entityRef: stringifyEntityRef(entity), target: location.target }]
        : [];
    } catch {
      // its annotation says nothing; whoever opens its documentation is told
      return [];
    }
  }
}
