import type {
  OwnAccess,
  Person,
  Role,
  RoleGrant,
} from '@nerds/plugin-access-common';
import type { RoleGrantFields } from '../domain/evaluateRoleGrantRequest';
import type { FieldFinding } from '@nerds/http-api';
import type { Caller } from './Caller';

/** A role with who has it. @internal */
export interface RoleView {
  role: Role;
  grants: RoleGrant[];
}

/** The fields of a request that are text, and what the parser found wrong with the others. @internal */
export interface ParsedRoleGrant {
  fields: RoleGrantFields;
  findings: FieldFinding[];
}

/**
 * All that the API and the actions can do with roles and people.
 *
 * @remarks
 * Every method throws `HttpProblem` for what the caller can mend.
 *
 * @internal
 */
export interface RoleService {
  listRoles(caller: Caller): Promise<RoleView[]>;
  getOwnAccess(caller: Caller): Promise<OwnAccess>;
  grantRole(request: ParsedRoleGrant, caller: Caller): Promise<RoleGrant>;
  revokeRole(id: string, caller: Caller): Promise<RoleGrant>;

  /**
   * People of one team, or of every team that may be seen.
   *
   * @param query - `isVisible`: whether the caller may see who is in a team;
   *   what is left out of a person is what the caller may not see
   */
  listPeople(
    query: { team?: string; isVisible?: (team: string) => boolean },
    caller: Caller,
  ): Promise<Person[]>;
}
