import {
  areQuantitiesEqual,
  compareQuantities,
  parseQuantity,
} from './quantity';

describe('quantities', () => {
  it.each([
    ['1000m', '1', 0],
    ['1024Mi', '1Gi', 0],
    ['1Gi', '1073741824', 0],
    ['1e3', '1k', 0],
    ['1E3', '1000', 0],
    ['1E', '1000P', 0],
    ['12e-1', '1200m', 0],
    ['1.5Gi', '1536Mi', 0],
    ['.5', '500m', 0],
    ['5.', '5', 0],
    ['+2', '2', 0],
    ['0', '0m', 0],
    ['-1', '1', -1],
    ['999m', '1', -1],
    ['1G', '1Gi', -1],
    ['8Ei', '8E', 1],
    ['1u', '1n', 1],
    // finer than a billionth counts as one
    ['0.1n', '1n', 0],
  ])('compares %s with %s', (a, b, expected) => {
    expect(compareQuantities(a, b)).toBe(expected);
    expect(compareQuantities(b, a)).toBe(expected === 0 ? 0 : -expected);
  });

  it.each(['', '.', 'Gi', '1 Gi', '1gi', '1mi', 'abc', '1.2.3', '0x10', '1e'])(
    'refuses “%s”',
    text => {
      expect(() => parseQuantity(text)).toThrow(RangeError);
    },
  );

  it.each([
    [{ cpu: '1000m' }, { cpu: '1' }, true],
    [{ cpu: '1' }, { cpu: '2' }, false],
    [{ cpu: '1' }, {}, false],
    [{ cpu: '1' }, { cpu: '1', pods: '1' }, false],
    [{ cpu: '1' }, { pods: '1' }, false],
    [{}, {}, true],
  ] as const)('sees whether %j equals %j', (a, b, expected) => {
    expect(
      areQuantitiesEqual(
        a as Record<string, string>,
        b as Record<string, string>,
      ),
    ).toBe(expected);
  });
});
