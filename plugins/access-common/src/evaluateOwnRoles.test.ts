import { evaluateOwnRoles } from './evaluateOwnRoles';
import type { RoleGrant } from './roles';

const USER = 'user:default/lead';
const TEAM = 'group:default/burgerzaken';
const grantOf = (grant: Partial<RoleGrant>): RoleGrant => ({
  role: 'team-lead',
  subject: USER,
  origin: 'portal',
  ...grant,
});

describe('evaluateOwnRoles', () => {
  it('makes everyone a developer of the own teams', () => {
    expect(
      evaluateOwnRoles({ userEntityRef: USER, teams: [TEAM] }, []),
    ).toEqual([{ role: 'developer', teams: [TEAM] }]);
  });

  it.each<[string, Partial<RoleGrant>, string[] | undefined]>([
    [
      'to the person, for one team',
      { team: 'group:default/x' },
      ['group:default/x'],
    ],
    ['to the person, for every own team', {}, [TEAM]],
    ['to a team of the person', { subject: TEAM }, [TEAM]],
    ['of a role that is not about a team', { role: 'auditor' }, undefined],
  ])('counts a grant %s', (_, grant, teams) => {
    const [, role] = evaluateOwnRoles({ userEntityRef: USER, teams: [TEAM] }, [
      grantOf(grant),
    ]);
    expect(role).toEqual({
      role: grant.role ?? 'team-lead',
      ...(teams && { teams }),
      grant: grantOf(grant),
    });
  });

  it('does not count a grant to others, nor one for own teams without teams', () => {
    const person = { userEntityRef: USER, teams: [] };
    const grants = [grantOf({}), grantOf({ subject: 'user:default/other' })];
    expect(evaluateOwnRoles(person, grants)).toHaveLength(1);
  });
});
