import type {
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { evaluateOwnership } from '@nerds/plugin-access-common';
import type { AccessService } from '@nerds/plugin-access-node';
import {
  catalogSourceReadPermission,
  catalogSourceRunReadPermission,
} from '@nerds/plugin-catalog-sources-common';
import { problems } from '../domain/problems';
import type { OwnedEntity } from './OwnedEntityIndex';

/** Whether somebody may see what is wrong with an entity. @internal */
export type EntityErrorFilter = (entity: OwnedEntity) => boolean;

/**
 * Finds out of which entities somebody may see the errors: who may see the runs
 * of the sources, of all; everyone else, of what is of one of their own teams.
 * What is of nobody is for the first alone.
 *
 * @internal
 */
export class EntityErrorReader {
  constructor(
    private readonly options: {
      access: Pick<AccessService, 'getPolicySnapshot'>;
      permissions: PermissionsService;
      userInfo: UserInfoService;
    },
  ) {}

  /**
   * @throws HttpProblem `not-allowed` for who may not see the sources at all,
   * such as a machine
   */
  async createFilter(
    credentials: BackstageCredentials,
  ): Promise<EntityErrorFilter> {
    const [own, all] = await this.options.permissions.authorize(
      [
        { permission: catalogSourceReadPermission },
        { permission: catalogSourceRunReadPermission },
      ],
      { credentials },
    );
    if (all.result === AuthorizeResult.ALLOW) return () => true;
    if (own.result !== AuthorizeResult.ALLOW) {
      throw problems.problem(403, 'not-allowed');
    }
    const owners = new Set(await this.#listOwners(credentials));
    return entity => entity.owners.some(owner => owners.has(owner));
  }

  /** The person and the groups, without those that a review has revoked since the sign-in. */
  async #listOwners(credentials: BackstageCredentials): Promise<string[]> {
    const { access, userInfo } = this.options;
    const [user, snapshot] = await Promise.all([
      userInfo.getUserInfo(credentials),
      access.getPolicySnapshot(),
    ]);
    return evaluateOwnership(user, snapshot);
  }
}
