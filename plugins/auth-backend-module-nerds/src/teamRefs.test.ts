import { toTeamRefs } from './teamRefs';

describe('toTeamRefs', () => {
  it.each([
    ['a list of groups', ['burgerzaken'], ['group:default/burgerzaken']],
    ['a Keycloak path', ['/burgerzaken'], ['group:default/burgerzaken']],
    ['upper case', ['Burgerzaken'], ['group:default/burgerzaken']],
    ['the same group twice', ['a', 'A', '/a'], ['group:default/a']],
    ['no claim', undefined, []],
    ['one string instead of a list', 'burgerzaken', []],
    ['things that are no text', [1, null, { name: 'a' }], []],
    ['a deeper path', ['/a/b'], []],
    ['another kind or namespace smuggled in', ['user:default/x', 'x/y'], []],
    ['an empty name', ['', '/'], []],
    ['look-alikes from another script', ['burgerzаken'], []],
    ['a name that is too long', ['a'.repeat(64)], []],
  ])('reads %s', (_title, claim, expected) => {
    expect(toTeamRefs(claim)).toEqual(expected);
  });
});
