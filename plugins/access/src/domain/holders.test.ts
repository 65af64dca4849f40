import {
  buildGrant,
  buildLeadAccess,
  buildOwnAccess,
  buildPerson,
  buildRoles,
} from '../__testUtils__/builders';
import { listHolders, listReviewable } from './holders';

const TEAM = 'group:default/burgerzaken';

function asLead(subject: string, team?: string) {
  return buildGrant({ id: subject, role: 'team-lead', subject, team });
}

describe('listHolders', () => {
  const roles = buildRoles([
    asLead('user:default/loes', TEAM),
    asLead('user:default/loes'),
    asLead('user:default/jan'),
    asLead('user:default/piet', 'group:default/vergunningen'),
    asLead(TEAM),
  ]);

  it('names everybody with the role once', () => {
    expect(listHolders(roles, 'team-lead')).toEqual([
      'user:default/loes',
      'user:default/jan',
      'user:default/piet',
      TEAM,
    ]);
    expect(listHolders(roles, 'platform-engineer')).toEqual([]);
  });

  it.each([
    ['nobody has signed in', [], ['user:default/loes', TEAM]],
    [
      'jan has signed in as a member of the team',
      [buildPerson('jan', 'Jan')],
      ['user:default/loes', 'user:default/jan', TEAM],
    ],
  ])('names who has it for a team when %s', (_, people, expected) => {
    expect(listHolders(roles, 'team-lead', { team: TEAM, people })).toEqual(
      expected,
    );
  });
});

describe('listReviewable', () => {
  const people = [buildPerson('jan', 'Jan'), buildPerson('piet', 'Piet')];

  it('gives the teams of the team leads role alone', () => {
    expect(listReviewable(buildOwnAccess(), people)).toEqual([]);
    expect(listReviewable(buildLeadAccess(), people)).toEqual([TEAM]);
  });

  it('gives an administrator everything the portal knows', () => {
    const access = buildOwnAccess({ roles: [{ role: 'administrator' }] });
    expect(listReviewable(access, people)).toEqual([
      'group:portal/privileged-roles',
      TEAM,
    ]);
  });
});
