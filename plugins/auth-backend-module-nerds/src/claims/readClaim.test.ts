import { readClaim, readTextClaim } from './readClaim';

const CLAIMS = {
  name: 'Jan',
  empty: '',
  list: ['a'],
  realm_access: { roles: ['a', 'b'] },
  'https://example.org/roles': ['c'],
};

describe('readClaim', () => {
  it.each([
    ['name', 'Jan'],
    ['realm_access.roles', ['a', 'b']],
    ['https://example.org/roles', ['c']],
    ['realm_access.other', undefined],
    ['name.length', undefined],
    ['absent.deeper', undefined],
    ['constructor', undefined],
    ['realm_access.__proto__', undefined],
  ])('finds %s', (path, value) => {
    expect(readClaim(CLAIMS, path)).toEqual(value);
  });

  it('takes text only where text is asked for', () => {
    expect(readTextClaim(CLAIMS, 'name')).toBe('Jan');
    expect(readTextClaim(CLAIMS, 'empty')).toBeUndefined();
    expect(readTextClaim(CLAIMS, 'list')).toBeUndefined();
  });
});
