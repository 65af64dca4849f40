import type { PermissionsService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  accessReviewReadPermission,
  accessRoleGrantPermission,
  accessRoleReadPermission,
  accessRoleRevokePermission,
  type OwnAccess,
  type Person,
  type RoleGrant,
} from '@nerds/plugin-access-common';
import { problems } from '../domain/problems';
import type { Caller } from './Caller';
import type { ReviewAuthorizer } from './ReviewAuthorizer';
import type { ParsedRoleGrant, RoleService, RoleView } from './RoleService';

/**
 * Lets a call through only when a permission says so.
 *
 * @remarks
 * The own roles need none. People of the own teams are there for everyone who
 * may see the roles; people of another team for whoever may see its reviews.
 *
 * @internal
 */
export class AuthorizedRoleService implements RoleService {
  constructor(
    private readonly options: {
      inner: RoleService;
      permissions: PermissionsService;
      reviews: ReviewAuthorizer;
    },
  ) {}

  async listRoles(caller: Caller): Promise<RoleView[]> {
    await this.#require(accessRoleReadPermission, caller);
    return this.options.inner.listRoles(caller);
  }

  async getOwnAccess(caller: Caller): Promise<OwnAccess> {
    return this.options.inner.getOwnAccess(caller);
  }

  async grantRole(
    request: ParsedRoleGrant,
    caller: Caller,
  ): Promise<RoleGrant> {
    await this.#require(accessRoleGrantPermission, caller);
    return this.options.inner.grantRole(request, caller);
  }

  async revokeRole(id: string, caller: Caller): Promise<RoleGrant> {
    await this.#require(accessRoleRevokePermission, caller);
    return this.options.inner.revokeRole(id, caller);
  }

  async listPeople(
    { team }: { team?: string },
    caller: Caller,
  ): Promise<Person[]> {
    const [[reviews]] = await Promise.all([
      this.options.reviews.getTeamScopes([accessReviewReadPermission], caller),
      this.#require(accessRoleReadPermission, caller),
    ]);
    const isVisible = (known: string) =>
      caller.teams.includes(known) || reviews.includes(known);
    if (team && !isVisible(team)) throw problems.problem(403, 'not-allowed');
    return this.options.inner.listPeople({ team, isVisible }, caller);
  }

  async #require(permission: BasicPermission, caller: Caller): Promise<void> {
    const [{ result }] = await this.options.permissions.authorize(
      [{ permission }],
      { credentials: caller.credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw problems.problem(403, 'not-allowed');
    }
  }
}
