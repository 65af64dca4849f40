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
import { isMachineRef } from '@nerds/plugin-machine-access-common';
import { evaluateMachinePermission } from './machines/evaluateMachinePermission';
import type { MachineScopes } from './machines/MachineScopes';
import { evaluatePermission } from './policy/evaluatePermission';
import { evaluateSubject } from './roles/evaluateSubject';
import type { PolicySnapshots } from './roles/PolicySnapshots';

const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/**
 * Default deny: nobody without an identity may do anything, and a signed-in
 * person only what the table of rights names.
 *
 * @internal
 */
export class NerdsPermissionPolicy implements PermissionPolicy {
  readonly #userInfo: UserInfoService;
  readonly #snapshots: Pick<PolicySnapshots, 'get'>;
  readonly #scopes: Pick<MachineScopes, 'get'>;

  constructor(options: {
    userInfo: UserInfoService;
    snapshots: Pick<PolicySnapshots, 'get'>;
    scopes: Pick<MachineScopes, 'get'>;
  }) {
    this.#userInfo = options.userInfo;
    this.#snapshots = options.snapshots;
    this.#scopes = options.scopes;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) return DENY;
    const info = await this.#userInfo.getUserInfo(user.credentials);
    if (isMachineRef(info.userEntityRef)) {
      const scope = await this.#scopes.get(info.userEntityRef);
      return scope ? evaluateMachinePermission(permission, scope) : DENY;
    }
    const snapshot = await this.#snapshots.get();
    return evaluatePermission(permission, evaluateSubject(info, snapshot));
  }
}
