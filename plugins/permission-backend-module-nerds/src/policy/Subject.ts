import type { Role } from '@nerds/plugin-access-common';

/** Who asks: the roles, and what the person owns things as. @internal */
export interface Subject {
  roles: ReadonlySet<Role>;
  userEntityRef: string;
  /** Entity refs of the own teams, with the groups above them. */
  teams: string[];
  /** Entity refs of the teams that the person leads. */
  ledTeams: string[];
}
