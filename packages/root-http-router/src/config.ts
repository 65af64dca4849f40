import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const MIB = 1024 * 1024;

/** How many calls in how long. @internal */
export interface RateLimit {
  windowMs: number;
  perPerson: number;
  /** IPv6: one /56 is one address. */
  perAddress: number;
}

/** Fields of `security.txt`, RFC 9116. @internal */
export interface SecurityTxt {
  contact: string[];
  policy?: string;
  preferredLanguages: string[];
  lifetimeMs: number;
}

/** Configuration of the front door. @internal */
export interface FrontDoorConfig {
  /** Where people meet the portal. */
  baseUrl: URL;
  /** Origins of the portal itself; in development the app has one of its own. */
  origins: string[];
  rateLimits: {
    general: RateLimit;
    expensive: RateLimit;
    signIn: RateLimit;
  };
  bodyLimits: { defaultBytes: number; templateBytes: number };
  auditedRefusalsPerMinute: number;
  securityTxt?: SecurityTxt;
}

function readPositive(config: Config | undefined, key: string, or: number) {
  const value = config?.getOptionalNumber(key) ?? or;
  if (!Number.isInteger(value) || value < 1) {
    throw new InputError(
      `frontDoor: ${key} must be a whole number above 0, not ${value}`,
    );
  }
  return value;
}

function readDurationMs(config: Config | undefined, key: string, or: number) {
  return config?.has(key)
    ? durationToMilliseconds(readDurationFromConfig(config, { key }))
    : or;
}

function readRateLimit(
  config: Config | undefined,
  defaults: { perPerson: number; perAddress: number },
): RateLimit {
  return {
    windowMs: readDurationMs(config, 'window', MINUTE_MS),
    perPerson: readPositive(config, 'perPerson', defaults.perPerson),
    perAddress: readPositive(config, 'perAddress', defaults.perAddress),
  };
}

function readSecurityTxt(config: Config | undefined): SecurityTxt | undefined {
  // A value that comes from the environment and is not set is not there.
  const contact = config?.getOptionalStringArray('contact') ?? [];
  if (!config || contact.length === 0) return undefined;
  const lifetimeMs = readDurationMs(config, 'lifetime', 180 * DAY_MS);
  if (lifetimeMs >= 365 * DAY_MS) {
    throw new InputError(
      'frontDoor.securityTxt.lifetime must be less than a year (RFC 9116, 2.5.5)',
    );
  }
  for (const address of contact) {
    if (!/^(mailto:|https:|tel:)\S+$/.test(address)) {
      throw new InputError(
        `frontDoor.securityTxt.contact must hold mailto:, https: or tel: addresses, not "${address}"`,
      );
    }
  }
  return {
    contact,
    policy: config.getOptionalString('policy'),
    preferredLanguages: config.getOptionalStringArray('preferredLanguages') ?? [
      'nl',
      'en',
    ],
    lifetimeMs,
  };
}

/**
 * Reads what the front door is to do.
 *
 * @throws {@link InputError} when a value makes no sense
 * @internal
 */
export function readFrontDoorConfig(root: Config): FrontDoorConfig {
  const config = root.getOptionalConfig('frontDoor');
  const limits = config?.getOptionalConfig('rateLimits');
  const bodies = config?.getOptionalConfig('bodyLimits');
  const baseUrl = new URL(root.getString('backend.baseUrl'));
  const appUrl = new URL(root.getOptionalString('app.baseUrl') ?? baseUrl);
  return {
    baseUrl,
    origins: [...new Set([baseUrl.origin, appUrl.origin])],
    rateLimits: {
      general: readRateLimit(limits?.getOptionalConfig('general'), {
        perPerson: 3000,
        perAddress: 1200,
      }),
      expensive: readRateLimit(limits?.getOptionalConfig('expensive'), {
        perPerson: 120,
        perAddress: 1200,
      }),
      signIn: readRateLimit(limits?.getOptionalConfig('signIn'), {
        // nobody has a name yet
        perPerson: Number.MAX_SAFE_INTEGER,
        perAddress: 300,
      }),
    },
    bodyLimits: {
      defaultBytes: readPositive(bodies, 'defaultBytes', MIB),
      templateBytes: readPositive(bodies, 'templateBytes', 10 * MIB),
    },
    auditedRefusalsPerMinute: readPositive(
      config,
      'auditedRefusalsPerMinute',
      20,
    ),
    securityTxt: readSecurityTxt(config?.getOptionalConfig('securityTxt')),
  };
}
