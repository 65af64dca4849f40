import {
  formatQuantity,
  parseQuantity,
  toQuantityUnit,
  toUsedShare,
} from './quantity';

describe('parseQuantity', () => {
  it.each([
    ['2', 2],
    ['0', 0],
    ['500m', 0.5],
    ['1.5', 1.5],
    ['.5', 0.5],
    ['250u', 0.00025],
    ['100n', 0.0000001],
    ['4Gi', 4 * 1024 ** 3],
    ['512Mi', 512 * 1024 ** 2],
    ['1Ki', 1024],
    ['1k', 1000],
    ['2M', 2_000_000],
    ['1G', 1_000_000_000],
    ['1e3', 1000],
    ['12E2', 1200],
    ['1E', 1e18],
    [' 20 ', 20],
  ])('reads %s as %d', (text, expected) => {
    expect(parseQuantity(text)).toBeCloseTo(expected, 10);
  });

  it.each(['', 'Gi', 'veel', '4 Gi', '4GiB', '1e'])('refuses “%s”', text => {
    expect(parseQuantity(text)).toBeUndefined();
  });
});

describe('toQuantityUnit', () => {
  it.each([
    ['requests.cpu', 'cores'],
    ['cpu', 'cores'],
    ['limits.memory', 'gibibytes'],
    ['requests.storage', 'gibibytes'],
    ['limits.ephemeral-storage', 'gibibytes'],
    ['pods', 'pieces'],
    ['count/deployments.apps', 'pieces'],
    ['services.loadbalancers', 'pieces'],
  ])('counts %s in %s', (resource, unit) => {
    expect(toQuantityUnit(resource)).toBe(unit);
  });
});

describe('formatQuantity', () => {
  it.each([
    ['8Gi', 'gibibytes', 'nl', '8'],
    ['512Mi', 'gibibytes', 'nl', '0,5'],
    ['512Mi', 'gibibytes', 'en', '0.5'],
    ['10m', 'cores', 'nl', '0,01'],
    ['1500m', 'cores', 'en', '1.5'],
    ['20', 'pieces', 'nl', '20'],
    ['onbekend', 'pieces', 'nl', 'onbekend'],
  ] as const)('shows %s in %s for %s as %s', (text, unit, language, shown) => {
    expect(formatQuantity(text, unit, language)).toBe(shown);
  });
});

describe('toUsedShare', () => {
  it.each([
    ['0', '20', 0],
    ['5', '20', 0.25],
    ['500m', '2', 0.25],
    ['6Gi', '4Gi', 1.5],
    ['0', '0', 0],
    ['?', '4', 0],
  ])('takes %s of %s as %d', (used, hard, share) => {
    expect(toUsedShare(used, hard)).toBe(share);
  });
});
