import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { GRANTABLE_PERMISSIONS } from '@nerds/plugin-machine-access-common';
import { z } from 'zod';
import type {
  MachineAccessOptions,
  WorkloadIdentityOptions,
} from './domain/WorkloadIdentityOptions';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A year covers any pipeline; what lives longer is forgotten. */
const DEFAULT_MAX_LIFETIME_DAYS = 365;
const DEFAULT_REMINDER_DAYS = [3, 14];
const DEFAULT_MAX_TOKEN_AGE: HumanDuration = { hours: 1 };

const GRANTABLE = new Set(
  GRANTABLE_PERMISSIONS.map(({ permission }) => permission.name),
);

/**
 * One `*` at the very end, after a character that ends a name: `org*` would
 * hold for `org-of-somebody-else` as well.
 */
const CLAIM_PATTERN = /^(\*|[^*]+|[^*]*[/:]\*)$/;

const issuerUrl = z.url().refine(isSafeUrl, {
  error: 'must be https, or http on this machine',
});

const workloadIdentity = z.strictObject({
  id: z
    .string()
    .regex(
      /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/,
      'must be lower-case letters, digits and hyphens, at most 63',
    ),
  title: z.string().min(1).optional(),
  issuer: issuerUrl,
  audience: z.string().min(1),
  jwksUri: issuerUrl.optional(),
  caFile: z.string().min(1).optional(),
  claims: z
    .record(
      z.string(),
      z
        .string()
        .regex(
          CLAIM_PATTERN,
          'may have one "*", alone or at the end after "/" or ":"',
        ),
    )
    .refine(
      claims => Object.values(claims).some(pattern => pattern !== '*'),
      'must hold a claim that is more than "*", or every project of the CI system gets in',
    ),
  team: z
    .string()
    .regex(
      /^group:default\/[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?$/,
      'must be a team such as group:default/my-team',
    ),
  permissions: z
    .array(
      z.string().refine(name => GRANTABLE.has(name), {
        error: 'is no permission that a machine can have',
      }),
    )
    .min(1),
  maxTokenAge: z.unknown().optional(),
});

/**
 * Reads `machineAccess` from the configuration; all of it may be absent.
 *
 * @throws {@link InputError} with a sentence that names the key that is wrong,
 * so that a portal with a wrong configuration does not start
 * @internal
 */
export function readMachineAccessConfig(
  rootConfig: Config,
): MachineAccessOptions {
  const config = rootConfig.getOptionalConfig('machineAccess');
  return {
    maxLifetimeDays: config?.has('maxLifetime')
      ? toDays(
          readDurationFromConfig(config, { key: 'maxLifetime' }),
          'maxLifetime',
        )
      : DEFAULT_MAX_LIFETIME_DAYS,
    reminderDays: config?.has('reminders')
      ? config
          .getConfigArray('reminders')
          .map((reminder, index) =>
            toDays(readDurationFromConfig(reminder), `reminders[${index}]`),
          )
          .sort((a, b) => a - b)
      : DEFAULT_REMINDER_DAYS,
    workloadIdentities: config ? readWorkloadIdentities(config) : [],
  };
}

function readWorkloadIdentities(config: Config): WorkloadIdentityOptions[] {
  const items = config.getOptionalConfigArray('workloadIdentities') ?? [];
  const identities = items.map((item, index) => {
    const key = `workloadIdentities[${index}]`;
    const result = workloadIdentity.safeParse(item.get());
    if (!result.success) {
      const [issue] = result.error.issues;
      throw buildError([key, ...issue.path].join('.'), issue.message);
    }
    const { maxTokenAge, ...options } = result.data;
    const maxTokenAgeMs = durationToMilliseconds(
      maxTokenAge === undefined
        ? DEFAULT_MAX_TOKEN_AGE
        : readDurationFromConfig(item, { key: 'maxTokenAge' }),
    );
    return {
      ...options,
      title: options.title ?? options.id,
      maxTokenAgeSeconds: Math.floor(maxTokenAgeMs / 1000),
    };
  });
  requireOneOfEach(identities);
  return identities;
}

function requireOneOfEach(identities: WorkloadIdentityOptions[]) {
  for (const [index, identity] of identities.entries()) {
    for (const earlier of identities.slice(0, index)) {
      const key = `workloadIdentities[${index}]`;
      if (earlier.id === identity.id) {
        throw buildError(`${key}.id`, `'${identity.id}' is taken`);
      }
      const isOtherWay =
        earlier.issuer === identity.issuer &&
        (earlier.jwksUri !== identity.jwksUri ||
          earlier.caFile !== identity.caFile);
      if (isOtherWay) {
        throw buildError(
          key,
          `'${earlier.id}' reaches the same issuer by another jwksUri or caFile`,
        );
      }
    }
  }
}

function toDays(duration: HumanDuration, key: string): number {
  const ms = durationToMilliseconds(duration);
  if (ms < DAY_MS || ms % DAY_MS !== 0) {
    throw buildError(key, 'must be whole days, at least one');
  }
  return ms / DAY_MS;
}

function buildError(key: string, message: string) {
  return new InputError(
    `Config key 'machineAccess.${key}' is not valid: ${message}`,
  );
}

function isSafeUrl(value: string): boolean {
  const { protocol, hostname } = new URL(value);
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback);
}
