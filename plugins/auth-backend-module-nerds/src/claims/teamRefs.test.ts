import { toTeamRefs, type GroupOptions } from './teamRefs';

const PLAIN: GroupOptions = { path: 'refuse' };

describe('toTeamRefs', () => {
  it.each([
    ['a list of groups', ['burgerzaken'], ['group:default/burgerzaken']],
    ['a Keycloak path', ['/burgerzaken'], ['group:default/burgerzaken']],
    ['upper case', ['Burgerzaken'], ['group:default/burgerzaken']],
    ['the same group twice', ['a', 'A', '/a'], ['group:default/a']],
    ['the only group as text', 'burgerzaken', ['group:default/burgerzaken']],
    ['no claim', undefined, []],
    ['an empty claim', null, []],
    ['things that are no text', [1, null, { name: 'a' }, ['a']], []],
    ['a list of names in one text', 'a, b', []],
    ['a deeper path', ['/a/b'], []],
    ['another kind or namespace smuggled in', ['user:default/x', 'x/y'], []],
    ['an empty name', ['', '/'], []],
    ['look-alikes from another script', ['burgerzаken'], []],
    ['a letter whose small form is plain', ['\u212aern'], []],
    ['a name that is too long', ['a'.repeat(64)], []],
    ['line breaks', ['platform\n'], []],
    ['names of objects', ['constructor'], ['group:default/constructor']],
  ])('reads %s', (_title, claim, expected) => {
    expect(toTeamRefs(claim, PLAIN)).toEqual(expected);
  });

  it.each<[string, GroupOptions, string[], string[]]>([
    ['the last level', { path: 'last' }, ['/g/a', '/b'], ['a', 'b']],
    ['no empty last level', { path: 'last' }, ['/g/'], []],
    [
      'only what has the prefix',
      { prefix: 'team-', path: 'refuse' },
      ['team-a', 'b', 'TEAM-c', 'team-'],
      ['a'],
    ],
    [
      'what is below a path',
      { prefix: '/nerds/', path: 'refuse' },
      ['/nerds/a', '/nerds/a/b', '/other/c'],
      ['a'],
    ],
    [
      'what a pattern captures',
      { pattern: /^(?:CN=([^,]+),OU=teams,.*)$/, path: 'refuse' },
      ['CN=a,OU=teams,DC=x', 'CN=b,OU=staff,DC=x'],
      ['a'],
    ],
  ])('takes %s', (_title, options, groups, names) => {
    expect(toTeamRefs(groups, options)).toEqual(
      names.map(name => `group:default/${name}`),
    );
  });

  it('reads 10,000 groups', () => {
    const groups = Array.from({ length: 10_000 }, (_, i) => `/team-${i}`);
    expect(toTeamRefs(groups, PLAIN)).toHaveLength(10_000);
  });
});
