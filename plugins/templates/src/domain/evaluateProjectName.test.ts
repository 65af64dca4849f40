import { evaluateProjectName } from './evaluateProjectName';

describe('evaluateProjectName', () => {
  it.each(['abc', 'paspoort-balie', 'a1-2b', 'a'.repeat(30)])(
    'takes %s',
    name => {
      expect(evaluateProjectName(name)).toBeUndefined();
    },
  );

  it.each([
    ['', 'required'],
    ['ab', 'tooShort'],
    ['a'.repeat(31), 'tooLong'],
    ['Balie', 'characters'],
    ['1balie', 'characters'],
    ['balie-', 'characters'],
    ['-balie', 'characters'],
    ['balie--x', 'characters'],
    ['balie_x', 'characters'],
    ['balie x', 'characters'],
    ['bälie', 'characters'],
    ['../balie', 'characters'],
    ['balie\n', 'characters'],
  ])('refuses %j: %s', (name, problem) => {
    expect(evaluateProjectName(name)).toBe(problem);
  });
});
