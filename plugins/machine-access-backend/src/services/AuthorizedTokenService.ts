import type { PermissionsService } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isResourcePermission,
  type Permission,
  type PermissionCriteria,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
  type PermissionRuleset,
} from '@backstage/plugin-permission-node';
import { HttpProblem } from '@nerds/http-api';
import {
  GRANTABLE_PERMISSIONS,
  isMachineRef,
  machineTokenCreatePermission,
  machineTokenReadPermission,
  machineTokenRevokePermission,
  type MachineTokenRequest,
} from '@nerds/plugin-machine-access-common';
import type { TokenFilter, TokenQuery } from '../database/TokenStore';
import { problems } from '../domain/problems';
import type { WorkloadIdentityOptions } from '../domain/WorkloadIdentityOptions';
import type { TeamOwned } from '../permissions/tokenRules';
import type {
  Caller,
  CreatedToken,
  TokenService,
  TokenView,
} from './TokenService';

type Allows = (owned: TeamOwned) => boolean;

/**
 * Lets a call through only when the policy says so. A token that the caller may
 * not see does not exist for that caller.
 *
 * @internal
 */
export class AuthorizedTokenService implements TokenService {
  readonly #inner: TokenService;
  readonly #permissions: PermissionsService;
  readonly #toFilter: (
    conditions: Parameters<ReturnType<typeof createConditionTransformer>>[0],
  ) => PermissionCriteria<TokenFilter>;
  readonly #isAllowed: (
    decision: PolicyDecision,
    owned: TeamOwned | undefined,
  ) => boolean;

  constructor(options: {
    inner: TokenService;
    permissions: PermissionsService;
    rules: PermissionRuleset<TeamOwned, TokenFilter>;
  }) {
    this.#inner = options.inner;
    this.#permissions = options.permissions;
    this.#toFilter = createConditionTransformer(options.rules);
    this.#isAllowed = createConditionAuthorizer(options.rules);
  }

  async listTokens(query: TokenQuery, caller: Caller): Promise<TokenView[]> {
    const readable = await this.#requireReadable(caller);
    const views = await this.#inner.listTokens({ ...query, readable }, caller);
    const mayRevoke = await this.#allows(machineTokenRevokePermission, caller);
    return views.map(view => toPermitted(view, mayRevoke));
  }

  async getToken(id: string, caller: Caller): Promise<TokenView> {
    const [view] = await this.listTokens({ id }, caller);
    if (!view) throw problems.problem(404, 'token-not-found', { id });
    return view;
  }

  async createToken(
    request: MachineTokenRequest,
    caller: Caller,
  ): Promise<CreatedToken> {
    requirePerson(caller);
    const [decision] = await this.#permissions.authorize(
      [{ permission: machineTokenCreatePermission }],
      { credentials: caller.credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) throw buildNotAllowed();
    const mayRevoke = await this.#allows(machineTokenRevokePermission, caller);
    requireOwnTeam(request.team, caller, mayRevoke);
    await this.#requireHeld(request.permissions, caller);
    const { view, secret } = await this.#inner.createToken(request, caller);
    return { view: toPermitted(view, mayRevoke), secret };
  }

  async revokeToken(id: string, caller: Caller): Promise<TokenView> {
    requirePerson(caller);
    const { token } = await this.getToken(id, caller);
    const mayRevoke = await this.#allows(machineTokenRevokePermission, caller);
    if (!mayRevoke(token)) throw buildNotAllowed();
    return toPermitted(await this.#inner.revokeToken(id, caller), mayRevoke);
  }

  async listWorkloadIdentities(
    caller: Caller,
  ): Promise<WorkloadIdentityOptions[]> {
    const mayRead = await this.#allows(machineTokenReadPermission, caller);
    const identities = await this.#inner.listWorkloadIdentities(caller);
    return identities.filter(mayRead);
  }

  /** What the database may give; undefined is everything. */
  async #requireReadable(caller: Caller) {
    const decision = await this.#decide(machineTokenReadPermission, caller);
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return undefined;
      case AuthorizeResult.CONDITIONAL:
        return this.#toFilter(decision.conditions);
      default:
        throw buildNotAllowed();
    }
  }

  /** Nobody hands on what that person does not have. */
  async #requireHeld(names: string[], caller: Caller): Promise<void> {
    const wanted = GRANTABLE_PERMISSIONS.map(
      ({ permission }) => permission,
    ).filter(permission => names.includes(permission.name));
    const held = await Promise.all(
      wanted.map(permission => this.#isHeld(permission, caller)),
    );
    const findings = wanted
      .filter((_, index) => !held[index])
      .map(({ name }) =>
        problems.finding('permissions', 'permission-not-held', { value: name }),
      );
    if (findings.length > 0) {
      const [{ code, detail }] = findings;
      throw new HttpProblem({ status: 403, code, detail, findings });
    }
  }

  /** A condition counts: the policy applies it to the machine as well, within its team. */
  async #isHeld(permission: Permission, caller: Caller): Promise<boolean> {
    if (isResourcePermission(permission)) {
      const { result } = await this.#decide(permission, caller);
      return result !== AuthorizeResult.DENY;
    }
    const [{ result }] = await this.#permissions.authorize([{ permission }], {
      credentials: caller.credentials,
    });
    return result === AuthorizeResult.ALLOW;
  }

  async #allows(
    permission: ResourcePermission,
    caller: Caller,
  ): Promise<Allows> {
    const decision = await this.#decide(permission, caller);
    return owned => this.#isAllowed(decision, owned);
  }

  async #decide(
    permission: ResourcePermission,
    { credentials }: Caller,
  ): Promise<PolicyDecision> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    return decision;
  }
}

/** A machine that makes tokens would outlive its own revocation. */
function requirePerson({ userEntityRef }: Caller): void {
  if (isMachineRef(userEntityRef)) {
    throw problems.problem(403, 'not-for-machines');
  }
}

/**
 * The own teams, and of those the ones that the policy gives this person
 * something to say in: who was put out of a team in a review may still be in it
 * at the identity provider.
 */
function requireOwnTeam(team: string, caller: Caller, mayRevoke: Allows) {
  if (caller.teams.includes(team) && mayRevoke({ team })) return;
  const finding = problems.finding('team', 'team-not-own', { value: team });
  const { code, detail } = finding;
  throw new HttpProblem({ status: 403, code, detail, findings: [finding] });
}

function toPermitted(view: TokenView, mayRevoke: Allows): TokenView {
  const revoke = view.actions.revoke && mayRevoke(view.token);
  return { ...view, actions: { revoke } };
}

function buildNotAllowed(): HttpProblem {
  return problems.problem(403, 'not-allowed');
}
