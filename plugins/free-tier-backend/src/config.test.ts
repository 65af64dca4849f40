import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { buildFreeTierConfig } from './__testUtils__/freeTierConfig';
import { readFreeTierConfig } from './config';

const DAY_MS = 24 * 60 * 60 * 1000;

const read = (config: JsonObject) =>
  readFreeTierConfig(new ConfigReader(config));

/** The valid configuration with one value changed, by its path. */
function withValue(path: (string | number)[], value: unknown): JsonObject {
  const config = buildFreeTierConfig();
  const parent = path
    .slice(0, -1)
    .reduce((node: any, key) => node[key], config.freeTier);
  parent[path.at(-1)!] = value;
  return config;
}

describe('readFreeTierConfig', () => {
  it('fills in the defaults', () => {
    expect(read(buildFreeTierConfig())).toMatchObject({
      contact: undefined,
      nameQuarantineMs: 30 * DAY_MS,
      provisioningDeadlineMs: 60 * 60 * 1000,
      recheckIntervalMs: 5 * 60 * 1000,
      regions: [
        {
          name: 'local',
          oidc: { groupsPrefix: 'oidc:' },
          ingressNamespaceLabels: {},
        },
      ],
      tiers: [
        { name: 'free', available: true, lifetimeDays: 90 },
        { name: 'basis', available: false, sizes: [] },
      ],
    });
  });

  it('reads durations in every form of Backstage', () => {
    const overrides = { nameQuarantine: { weeks: 1 }, recheckInterval: '90s' };
    expect(read(buildFreeTierConfig(overrides))).toMatchObject({
      nameQuarantineMs: 7 * DAY_MS,
      recheckIntervalMs: 90_000,
    });
  });

  it.each<[string, JsonObject]>([
    ["'freeTier'", {}],
    ["'freeTier.regions'", withValue(['regions'], [])],
    [
      "'freeTier.regions[0].name'",
      withValue(['regions', 0, 'name'], 'Not a label'),
    ],
    [
      "'freeTier.regions[0].oidc.issuerUrl'",
      withValue(
        ['regions', 0, 'oidc', 'issuerUrl'],
        'http://not-secure.example',
      ),
    ],
    ["'freeTier.tiers'", withValue(['tiers'], [])],
    [
      "'freeTier.tiers[0].title.nl'",
      withValue(['tiers', 0, 'title'], { en: 'x' }),
    ],
    ["'freeTier.tiers[0].sizes'", withValue(['tiers', 0, 'sizes'], [])],
    [
      "'freeTier.tiers[0].sizes[0].quota.pods'",
      withValue(['tiers', 0, 'sizes', 0, 'quota', 'pods'], 'many'),
    ],
    [
      "'freeTier.tiers[0].clustersPerTeam'",
      withValue(['tiers', 0, 'clustersPerTeam'], 0),
    ],
    [
      "'freeTier.tiers[0].lifetime'",
      withValue(['tiers', 0, 'lifetime'], { hours: 36 }),
    ],
    ['lifetime', withValue(['tiers', 0, 'lifetime'], 'soon')],
    ['recheckInterval', withValue(['recheckInterval'], 'often')],
    [
      "'freeTier.contact.email'",
      withValue(['contact'], { name: 'x', url: 'https://x.example' }),
    ],
  ])('does not start, and names %s', (key, config) => {
    expect(() => read(config)).toThrow(key);
  });

  it('does not start with two tiers of one name', () => {
    const config = withValue(['tiers', 1, 'name'], 'free');
    expect(() => read(config)).toThrow(
      "'freeTier.tiers' has more than one item named 'free'",
    );
  });
});
