import { evaluateClaims } from './evaluateClaims';

describe('evaluateClaims', () => {
  it.each([
    ['the same text', 'org/app', 'org/app', true],
    ['other text', 'org/app', 'org/app2', false],
    ['other letters', 'org/app', 'Org/App', false],
    ['any rest', 'refs/heads/*', 'refs/heads/release/1', true],
    ['no rest at all', 'refs/heads/*', 'refs/heads/', false],
    ['another beginning', 'refs/heads/*', 'refs/tags/v1', false],
    ['anything', '*', 'x', true],
    ['nothing for anything', '*', '', false],
    ['a claim that is not there', '*', undefined, false],
    ['null', '*', null, false],
    ['an object', '*', { a: 1 }, false],
    ['a number', '42', 42, true],
    ['a boolean', 'true', true, true],
    ['one of a list', 'deploy', ['build', 'deploy'], true],
    ['none of a list', 'deploy', ['build'], false],
    ['a list in a list', 'deploy', [['deploy']], false],
    ['a pattern as plain text', 'a.c', 'abc', false],
  ])('%s: %p against %p is %p', (_title, pattern, value, expected) => {
    expect(evaluateClaims({ claim: pattern }, { claim: value })).toBe(expected);
  });

  it('wants every claim, and no name that objects have by themselves', () => {
    const wanted = { repository: 'org/app', ref: 'refs/heads/main' };
    expect(evaluateClaims(wanted, { repository: 'org/app' })).toBe(false);
    expect(
      evaluateClaims(wanted, {
        repository: 'org/app',
        ref: 'refs/heads/main',
        more: 1,
      }),
    ).toBe(true);
    expect(evaluateClaims({ constructor: '*' }, {})).toBe(false);
  });
});
