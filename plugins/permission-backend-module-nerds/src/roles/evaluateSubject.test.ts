import type { RoleGrant } from '@nerds/plugin-access-common';
import { evaluateSubject } from './evaluateSubject';

const OWN = 'group:default/burgerzaken';
const ABOVE = 'group:default/gemeente-amsterdam';
const ME = 'user:default/me';
const user = { userEntityRef: ME, ownershipEntityRefs: [ME, OWN, ABOVE] };

const grant = (
  role: RoleGrant['role'],
  subject: string,
  team?: string,
): RoleGrant => ({ role, subject, team, origin: 'config' });

describe('evaluateSubject', () => {
  it('makes everyone a developer of the own teams and the groups above them', () => {
    expect(evaluateSubject(user, { grants: [], revokedMembers: [] })).toEqual({
      roles: new Set(['developer']),
      userEntityRef: ME,
      teams: [OWN, ABOVE],
      ledTeams: [],
    });
  });

  it('counts a role given to the person, a team, or a group above it', () => {
    const { roles } = evaluateSubject(user, {
      grants: [
        grant('data-owner', ME),
        grant('platform-engineer', OWN),
        grant('administrator', ABOVE),
        grant('auditor', 'group:default/auditors'),
      ],
      revokedMembers: [],
    });
    expect(roles).toEqual(
      new Set([
        'developer',
        'data-owner',
        'platform-engineer',
        'administrator',
      ]),
    );
  });

  it('knows which teams somebody leads', () => {
    const { ledTeams } = evaluateSubject(user, {
      grants: [grant('team-lead', ME, OWN), grant('team-lead', OWN, OWN)],
      revokedMembers: [],
    });
    expect(ledTeams).toEqual([OWN]);
  });

  it('takes a team away that a review revoked, with the roles it gave', () => {
    const subject = evaluateSubject(user, {
      grants: [grant('platform-engineer', OWN)],
      revokedMembers: [
        { userEntityRef: ME, team: OWN },
        { userEntityRef: 'user:default/other', team: ABOVE },
      ],
    });
    expect(subject.teams).toEqual([ABOVE]);
    expect(subject.roles).toEqual(new Set(['developer']));
  });
});
