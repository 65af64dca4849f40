import type { UserInfoService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { evaluateRoles, type RoleGroups } from './roles';
import { evaluatePermission } from './rules';

/**
 * Default deny: nobody without an identity may do anything, and a signed-in
 * person only what the table of rules names.
 *
 * @public
 */
export class NerdsPermissionPolicy implements PermissionPolicy {
  readonly #roleGroups: RoleGroups;
  readonly #userInfo: UserInfoService;

  constructor(options: { roleGroups: RoleGroups; userInfo: UserInfoService }) {
    this.#roleGroups = options.roleGroups;
    this.#userInfo = options.userInfo;
  }

  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return { result: AuthorizeResult.DENY };
    }
    const { userEntityRef, ownershipEntityRefs } =
      await this.#userInfo.getUserInfo(user.credentials);
    return evaluatePermission(request.permission, {
      roles: evaluateRoles(ownershipEntityRefs, this.#roleGroups),
      userEntityRef,
      ownershipEntityRefs,
    });
  }
}
