import { randomUUID } from 'node:crypto';
import {
  evaluateOwnRoles,
  ROLES,
  type OwnAccess,
  type Person,
  type RoleGrant,
} from '@nerds/plugin-access-common';
import type { GrantStore } from '../database/GrantStore';
import type { PersonStore } from '../database/PersonStore';
import {
  evaluateRoleGrantRequest,
  type CheckedRoleGrant,
} from '../domain/evaluateRoleGrantRequest';
import { problems } from '../domain/problems';
import type { Caller } from './Caller';
import { toRoleGrant, type GrantDirectory } from './GrantDirectory';
import type { ParsedRoleGrant, RoleService, RoleView } from './RoleService';

/** Roles and people, for whoever may. @internal */
export class DefaultRoleService implements RoleService {
  constructor(
    private readonly options: {
      grants: GrantDirectory;
      store: GrantStore;
      people: Pick<PersonStore, 'listPeople'>;
      now: () => Date;
    },
  ) {}

  async listRoles(): Promise<RoleView[]> {
    const grants = await this.options.grants.listGrants();
    return ROLES.map(role => ({
      role,
      grants: grants.filter(grant => grant.role === role),
    }));
  }

  async getOwnAccess(caller: Caller): Promise<OwnAccess> {
    const { userEntityRef, teams } = caller;
    const grants = await this.options.grants.listGrants();
    const roles = evaluateOwnRoles({ userEntityRef, teams }, grants);
    return { userEntityRef, teams, roles };
  }

  async grantRole(parsed: ParsedRoleGrant, caller: Caller): Promise<RoleGrant> {
    const now = this.options.now();
    const request = requireValid(parsed, now);
    requireNotOwn(request.subject, caller);
    if (
      this.options.grants.configGrants.some(grant => isSame(grant, request))
    ) {
      throw buildAlreadyGrantedProblem(request);
    }
    const record = {
      ...request,
      id: randomUUID(),
      grantedBy: caller.userEntityRef,
      grantedAt: now,
    };
    if (!(await this.options.store.createGrant(record))) {
      throw buildAlreadyGrantedProblem(request);
    }
    return toRoleGrant(record);
  }

  async revokeRole(id: string, caller: Caller): Promise<RoleGrant> {
    const { grants, store, now } = this.options;
    const result = await store.revokeGrant(id, {
      actor: caller.userEntityRef,
      now: now(),
      keepAdministrator: !grants.hasConfigAdministrator(),
    });
    switch (result.outcome) {
      case 'revoked':
        return toRoleGrant(result.grant);
      case 'last-administrator':
        throw problems.problem(409, 'last-administrator');
      default:
        throw problems.problem(404, 'role-grant-not-found');
    }
  }

  async listPeople(
    query: { team?: string; isVisible?: (team: string) => boolean },
    caller: Caller,
  ): Promise<Person[]> {
    const { isVisible = team => caller.teams.includes(team) } = query;
    const { team } = query;
    if (team && !isVisible(team)) return [];
    const people = await this.options.people.listPeople(
      team ? [team] : undefined,
    );
    return people
      .map(({ ref, displayName, teams, lastSignInAt }) => ({
        ref,
        displayName,
        teams: teams.filter(isVisible),
        lastSignInAt: lastSignInAt.toISOString(),
      }))
      .filter(({ teams }) => teams.length > 0);
  }
}

/** What is wrong with the types of the fields and with their values, all at once. */
function requireValid(
  { fields, findings }: ParsedRoleGrant,
  now: Date,
): CheckedRoleGrant {
  const evaluated = evaluateRoleGrantRequest(fields, now);
  const wrong = new Set(findings.map(finding => finding.field));
  const all = [
    ...findings,
    ...evaluated.findings.filter(({ field }) => !wrong.has(field)),
  ];
  if (all.length > 0 || !evaluated.request) throw problems.validation(all);
  return evaluated.request;
}

function requireNotOwn(subject: string, caller: Caller): void {
  if (subject === caller.userEntityRef) {
    throw problems.problem(403, 'grant-to-self');
  }
  if (caller.teams.includes(subject)) {
    throw problems.problem(403, 'grant-to-own-group', { subject });
  }
}

function isSame(grant: RoleGrant, request: CheckedRoleGrant): boolean {
  return (
    grant.role === request.role &&
    grant.subject === request.subject &&
    grant.team === request.team
  );
}

function buildAlreadyGrantedProblem({ subject }: CheckedRoleGrant) {
  return problems.conflict(
    problems.finding('subject', 'role-already-granted', { subject }),
  );
}
