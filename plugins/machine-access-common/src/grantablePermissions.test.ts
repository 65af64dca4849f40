import { GRANTABLE_PERMISSIONS } from './grantablePermissions';

const NAMES = GRANTABLE_PERMISSIONS.map(({ permission }) => permission.name);

describe('GRANTABLE_PERMISSIONS', () => {
  it('never let a machine widen its own reach', () => {
    expect(
      NAMES.filter(name => /^(access|machine-access|policy)\./.test(name)),
    ).toEqual([]);
    expect(NAMES.filter(name => /-all$|management|verify/.test(name))).toEqual(
      [],
    );
  });

  it('name each permission once, with words in both languages', () => {
    expect(new Set(NAMES).size).toBe(NAMES.length);
    for (const { title, description } of GRANTABLE_PERMISSIONS) {
      expect([
        title.nl,
        title.en,
        description.nl,
        description.en,
      ]).not.toContain('');
    }
  });
});
