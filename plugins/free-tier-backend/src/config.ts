import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { z } from 'zod';
import type {
  FreeTierOptions,
  RegionOptions,
  TierOptions,
} from './domain/FreeTierOptions';

const DAY_MS = 24 * 60 * 60 * 1000;

const DEFAULTS = {
  nameQuarantine: { days: 30 },
  provisioningDeadline: { hours: 1 },
  recheckInterval: { minutes: 5 },
} satisfies Record<string, HumanDuration>;

const localizedText = z.object({
  nl: z.string().min(1),
  en: z.string().min(1),
});

/** RFC 1123 label: these names end up in labels and URLs. */
const label = z
  .string()
  .regex(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/, 'must be an RFC 1123 label');

// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/, checked 2026-11
const quantities = z.record(
  z.string(),
  z
    .string()
    .regex(
      /^\d+(\.\d+)?(m|k|M|G|T|P|Ki|Mi|Gi|Ti|Pi)?$/,
      'must be a Kubernetes quantity such as "2", "500m" or "4Gi"',
    ),
);

const size = z.object({
  name: label,
  title: localizedText,
  description: localizedText,
  quota: quantities,
  limitRange: z.object({
    default: quantities,
    defaultRequest: quantities,
    max: quantities,
  }),
});

const tierBase = {
  name: label,
  title: localizedText,
  description: localizedText,
};

const tier = z.discriminatedUnion('available', [
  z.object({
    ...tierBase,
    available: z.literal(true),
    clustersPerTeam: z.number().int().min(1),
    sizes: z.array(size).min(1),
  }),
  z.object({
    ...tierBase,
    available: z.literal(false),
    sizes: z.array(size).default([]),
  }),
]);

const contact = z.object({
  name: z.string().min(1),
  url: z.url(),
  email: z.email(),
});

const region = z.object({
  name: label,
  title: localizedText,
  kubeconfigFile: z.string().optional(),
  statusFile: z.string().optional(),
  simulatedNodes: z.boolean().default(false),
  oidc: z.object({
    issuerUrl: z.url({ protocol: /^https$/ }),
    clientId: z.string().min(1),
    caFile: z.string().optional(),
    groupsPrefix: z.string().default('oidc:'),
  }),
  ingressNamespaceLabels: z.record(z.string(), z.string()).default({}),
});

/**
 * Reads `freeTier` from the configuration.
 *
 * @throws {@link InputError} with a sentence that names the key that is wrong,
 * so that a portal with a wrong configuration does not start
 * @internal
 */
export function readFreeTierConfig(rootConfig: Config): FreeTierOptions {
  const config = rootConfig.getConfig('freeTier');
  const regions: RegionOptions[] = readList(config, 'regions', region);
  const tiers = readTiers(config);
  return {
    contact: readValue(config, 'contact', contact.optional()),
    nameQuarantineMs: readDurationMs(config, 'nameQuarantine'),
    provisioningDeadlineMs: readDurationMs(config, 'provisioningDeadline'),
    recheckIntervalMs: readDurationMs(config, 'recheckInterval'),
    regions,
    tiers,
  };
}

function readTiers(config: Config): TierOptions[] {
  const configs = config.getConfigArray('tiers');
  return readList(config, 'tiers', tier).map((options, index) => {
    requireUniqueNames(`tiers[${index}].sizes`, options.sizes);
    if (!options.available) return options;
    const lifetimeMs = durationToMilliseconds(
      readDurationFromConfig(configs[index], { key: 'lifetime' }),
    );
    if (lifetimeMs < DAY_MS || lifetimeMs % DAY_MS !== 0) {
      throw new InputError(
        `Config key 'freeTier.tiers[${index}].lifetime' must be whole days, at least one`,
      );
    }
    return { ...options, lifetimeDays: lifetimeMs / DAY_MS };
  });
}

function readList<T extends { name: string }>(
  config: Config,
  key: string,
  schema: z.ZodType<T>,
): T[] {
  const items = readValue(config, key, z.array(schema).min(1));
  requireUniqueNames(key, items);
  return items;
}

function readValue<T>(config: Config, key: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(config.getOptional(key));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = issue.path
    .map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('');
  throw new InputError(
    `Config key 'freeTier.${key}${path}' is not valid: ${issue.message}`,
  );
}

function requireUniqueNames(key: string, items: { name: string }[]) {
  const names = items.map(item => item.name);
  const double = names.find((name, index) => names.indexOf(name) !== index);
  if (double) {
    throw new InputError(
      `Config key 'freeTier.${key}' has more than one item named '${double}'`,
    );
  }
}

function readDurationMs(config: Config, key: keyof typeof DEFAULTS): number {
  return durationToMilliseconds(
    config.has(key) ? readDurationFromConfig(config, { key }) : DEFAULTS[key],
  );
}
