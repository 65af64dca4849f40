import type {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type PermissionCriteria,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import {
  reviewResourceRef,
  type ReviewFilter,
} from '../permissions/reviewResource';
import type { Caller } from './Caller';

/** For which teams a caller has a permission. @internal */
export interface TeamScope {
  includes(team: string): boolean;
  /** Absent: every team. */
  filter?: PermissionCriteria<ReviewFilter>;
  /** For no team at all. */
  isEmpty: boolean;
}

/**
 * Asks the policy for which teams somebody has a permission about reviews. One
 * question is enough for a list, for one review and for one that is yet to be
 * started.
 *
 * @internal
 */
export class ReviewAuthorizer {
  readonly #permissions: PermissionsService;
  readonly #authorize;
  readonly #toFilter;

  constructor(options: {
    permissions: PermissionsService;
    registry: PermissionsRegistryService;
  }) {
    this.#permissions = options.permissions;
    const rules = options.registry.getPermissionRuleset(reviewResourceRef);
    this.#authorize = createConditionAuthorizer(rules);
    this.#toFilter = createConditionTransformer(rules);
  }

  async getTeamScopes(
    permissions: ResourcePermission<'access-review'>[],
    caller: Caller,
  ): Promise<TeamScope[]> {
    const decisions = await this.#permissions.authorizeConditional(
      permissions.map(permission => ({ permission })),
      { credentials: caller.credentials },
    );
    return decisions.map(decision => ({
      includes: team => this.#authorize(decision, { team }),
      filter:
        decision.result === AuthorizeResult.CONDITIONAL
          ? this.#toFilter(decision.conditions)
          : undefined,
      isEmpty: decision.result === AuthorizeResult.DENY,
    }));
  }
}
