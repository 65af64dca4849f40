import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { freeTierClusterReadPermission } from '@nerds/plugin-free-tier-common';
import { LRUCache } from 'lru-cache';
import type { Readers } from '../domain/SearchRequest';
import { toReaders } from '../domain/toReaders';
import type { ClusterScope } from './ClusterSource';

/** How long it counts what the catalog said somebody may see, in milliseconds. */
const FRESH_MS = 2_000;

/** One for each person and result: a page has 20, or 50 at most. */
const MAX_ANSWERS = 20_000;

/** What somebody may find. @internal */
export interface Sight {
  readers: Readers;
  clusters: ClusterScope;
}

/** Finds out what somebody may find, and whether that still holds for what was found. @internal */
export class ReaderResolver {
  readonly #permissions: PermissionsService;
  readonly #catalog: CatalogService;
  readonly #readable = new LRUCache<string, boolean>({
    max: MAX_ANSWERS,
    ttl: FRESH_MS,
  });

  constructor(options: {
    permissions: PermissionsService;
    catalog: CatalogService;
  }) {
    this.#permissions = options.permissions;
    this.#catalog = options.catalog;
  }

  async resolveReaders(credentials: BackstageCredentials): Promise<Readers> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    return toReaders(decision);
  }

  async resolveSight(credentials: BackstageCredentials): Promise<Sight> {
    const [catalog, clusters] = await this.#permissions.authorizeConditional(
      [
        { permission: catalogEntityReadPermission },
        { permission: freeTierClusterReadPermission },
      ],
      { credentials },
    );
    const scopes: Record<AuthorizeResult, ClusterScope> = {
      [AuthorizeResult.ALLOW]: 'all',
      [AuthorizeResult.CONDITIONAL]: 'teams',
      [AuthorizeResult.DENY]: 'none',
    };
    return { readers: toReaders(catalog), clusters: scopes[clusters.result] };
  }

  /**
   * Which of these entities somebody may see now: the index is a little behind,
   * and an entity may have been set apart or removed since.
   *
   * @remarks
   * The catalog is asked on behalf of the person. Asking the policy about each
   * would make it ask the catalog in its turn: one call more for every search.
   * Whoever types finds the same again with the next letter, so an answer counts
   * for two seconds.
   */
  async findReadable(
    entityRefs: string[],
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<Set<string>> {
    const toKey = (ref: string) =>
      `${credentials.principal.userEntityRef} ${ref}`;
    const refs = [...new Set(entityRefs)];
    const known = new Map(
      refs.map(ref => [ref, this.#readable.get(toKey(ref))]),
    );
    const readable = refs.filter(ref => known.get(ref));
    const unknown = refs.filter(ref => known.get(ref) === undefined);
    if (unknown.length === 0) return new Set(readable);
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: unknown, fields: ['kind'] },
      { credentials },
    );
    const found = unknown.filter((_, index) => items[index] !== undefined);
    for (const ref of unknown) {
      this.#readable.set(toKey(ref), found.includes(ref));
    }
    return new Set([...readable, ...found]);
  }
}
