import type { JsonObject } from '@backstage/types';

const title = { nl: 'Titel', en: 'Title' };

/** A valid `freeTier` with one region, a tier of three places and a tier to come. */
export function buildFreeTierConfig(overrides: JsonObject = {}): JsonObject {
  return {
    freeTier: {
      regions: [
        {
          name: 'local',
          title,
          simulatedNodes: true,
          oidc: { issuerUrl: 'https://issuer.example', clientId: 'kubectl' },
        },
      ],
      tiers: [
        {
          name: 'free',
          title,
          description: title,
          available: true,
          lifetime: { days: 90 },
          clustersPerTeam: 3,
          sizes: [
            {
              name: 'small',
              title,
              description: title,
              quota: { pods: '20', 'requests.cpu': '2' },
              limitRange: {
                default: { cpu: '500m' },
                defaultRequest: { cpu: '10m' },
                max: { cpu: '4' },
              },
            },
          ],
        },
        { name: 'basis', title, description: title, available: false },
      ],
      ...overrides,
    },
  };
}
