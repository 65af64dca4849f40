import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
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

/** Finds out what somebody may find. @internal */
export class ReaderResolver {
  constructor(private readonly permissions: PermissionsService) {}

  async resolveReaders(credentials: BackstageCredentials): Promise<Readers> {
    const [decision] = await this.permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    return toReaders(decision);
  }

  async resolveSight(credentials: BackstageCredentials): Promise<Sight> {
    const [catalog, clusters] = await this.permissions.authorizeConditional(
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
}
