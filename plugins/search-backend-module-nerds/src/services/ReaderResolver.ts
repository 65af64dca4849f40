import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { freeTierClusterReadPermission } from '@nerds/plugin-free-tier-common';
import type { Readers } from '../domain/SearchRequest';
import { toReaders } from '../domain/toReaders';
import type { ClusterScope } from './ClusterSource';

/** What somebody may find. @internal */
export interface Sight {
  readers: Readers;
  clusters: ClusterScope;
}

/** Finds out what somebody may find, and whether that still holds for what was found. @internal */
export class ReaderResolver {
  readonly #permissions: PermissionsService;
  readonly #catalog: CatalogService;

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
   */
  async findReadable(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const refs = [...new Set(entityRefs)];
    if (refs.length === 0) return new Set();
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: refs, fields: ['kind'] },
      { credentials },
    );
    return new Set(refs.filter((_, index) => items[index] !== undefined));
  }
}
