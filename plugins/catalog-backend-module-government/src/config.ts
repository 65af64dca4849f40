import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { SOURCES } from '@nerds/plugin-entity-model-common';
import type { VanishOptions } from './domain/archive';
import { isTooiUri } from './domain/names';
import { isLoopbackAddress } from './http/addressRules';
import type { SafeHttpClientOptions } from './http/SafeHttpClientOptions';
import { readProxy } from './readProxy';

const ROOT = 'catalog.providers.government';
const PROXY = 'proxy';

/** Keys of the sources below {@link ROOT}, which are those of their ids. @internal */
export type SourceKey = keyof typeof SOURCES;

/** What the configuration says about one source. @internal */
export interface SourceConfig {
  key: SourceKey;
  sourceId: string;
  /** Without a slash at the end. */
  baseUrl: string;
  /** Without a slash at the end; undefined: the register itself. */
  pageUrl?: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
  http: SafeHttpClientOptions;
  vanish: VanishOptions;
  detailLifetimeMs: number;
  /** Of organisations only. */
  lists: string[];
  oins: Map<string, string>;
}

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { hours: 6 },
  // The first load of a large register takes long: details one by one.
  timeout: { hours: 2 },
  initialDelay: { minutes: 1 },
};

/** Before the registers, which then need not bring them. */
const ORGANISATIONS_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  ...DEFAULT_SCHEDULE,
  initialDelay: { seconds: 15 },
};

const DEFAULT_MAX_BYTES = 50 * 1024 * 1024;

/**
 * Reads `catalog.providers.government` from the configuration.
 *
 * @param env - where the proxy is when the configuration does not say
 * @returns the sources that are configured: those with a `baseUrl`
 * @throws {@link InputError} with a sentence that names the key that is wrong,
 * so that a portal with a wrong configuration does not start
 * @internal
 */
export function readGovernmentConfig(
  rootConfig: Config,
  env: NodeJS.ProcessEnv,
): SourceConfig[] {
  const config = rootConfig.getOptionalConfig(ROOT);
  const unknown = config
    ?.keys()
    .find(key => !(key in SOURCES) && key !== PROXY);
  if (unknown) {
    throw new InputError(
      `Config key '${ROOT}.${unknown}' is not a source; the sources are ${Object.keys(
        SOURCES,
      ).join(', ')}`,
    );
  }
  const proxy = readProxy(config, { key: PROXY, root: ROOT, env });
  return (Object.keys(SOURCES) as SourceKey[]).flatMap(key => {
    const source = config?.getOptionalConfig(key);
    // A portal that takes it from the environment may have none there.
    if (!source?.has('baseUrl')) return [];
    const read = readSourceConfig(key, source);
    return [{ ...read, http: { ...read.http, proxy } }];
  });
}

function readSourceConfig(key: SourceKey, config: Config): SourceConfig {
  const defaultSchedule =
    key === 'organisations' ? ORGANISATIONS_SCHEDULE : DEFAULT_SCHEDULE;
  const allowLoopback = config.getOptionalBoolean('allowLoopback') ?? false;
  const baseUrl = readUrl(key, config, { name: 'baseUrl', allowLoopback });
  const pageUrl = config.has('pageUrl')
    ? readUrl(key, config, { name: 'pageUrl', allowLoopback })
    : undefined;
  return {
    key,
    sourceId: SOURCES[key],
    baseUrl: toBase(baseUrl),
    pageUrl: pageUrl && toBase(pageUrl),
    schedule: config.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig('schedule'),
        )
      : defaultSchedule,
    http: readHttpOptions(key, config, { baseUrl, allowLoopback }),
    vanish: {
      graceTimeMs: readMs(key, config, {
        name: 'graceTime',
        fallback: { days: 14 },
      }),
      removeAfterMs: readMs(key, config, {
        name: 'removeAfter',
        fallback: { days: 365 },
      }),
      maxVanishedShare: readNumber(key, config, {
        name: 'maxVanishedShare',
        fallback: 0.2,
        most: 1,
      }),
    },
    detailLifetimeMs: readMs(key, config, {
      name: 'detailLifetime',
      fallback: { hours: 24 },
    }),
    lists: key === 'organisations' ? config.getStringArray('lists') : [],
    oins: readOins(key, config),
  };
}

function readHttpOptions(
  key: SourceKey,
  config: Config,
  options: { baseUrl: URL; allowLoopback: boolean },
): SafeHttpClientOptions {
  const { baseUrl, allowLoopback } = options;
  return {
    baseUrl,
    allowLoopback,
    allowedHosts: [baseUrl.host, ...readHosts(key, config)],
    apiKey: config.getOptionalString('apiKey')?.trim() || undefined,
    timeoutMs: readMs(key, config, {
      name: 'timeout',
      fallback: { seconds: 30 },
      least: 1,
    }),
    retries: readNumber(key, config, {
      name: 'retries',
      fallback: 3,
      most: 10,
    }),
    backoffMs: readMs(key, config, {
      name: 'retryDelay',
      fallback: { seconds: 1 },
    }),
    maxBytes: readNumber(key, config, {
      name: 'maxResponseBytes',
      fallback: DEFAULT_MAX_BYTES,
      most: 1024 ** 3,
    }),
  };
}

function readUrl(
  key: SourceKey,
  config: Config,
  options: { name: 'baseUrl' | 'pageUrl'; allowLoopback: boolean },
): URL {
  const { name, allowLoopback } = options;
  const value = config.getString(name);
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isLoopback =
    url !== undefined &&
    (url.hostname === 'localhost' ||
      isLoopbackAddress(url.hostname.replace(/^\[|\]$/g, '')));
  const isAllowed =
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' && allowLoopback && isLoopback);
  if (!url || !isAllowed || url.search || url.hash || url.username) {
    throw new InputError(
      `Config key '${ROOT}.${key}.${name}' must be an https address without a query`,
    );
  }
  return url;
}

function toBase(url: URL): string {
  return url.href.replace(/\/+$/, '');
}

function readHosts(key: SourceKey, config: Config): string[] {
  const hosts = config.getOptionalStringArray('allowedHosts') ?? [];
  return hosts.map(host => {
    const url = URL.canParse(`https://${host}`) && new URL(`https://${host}`);
    if (!url || url.host !== host.toLowerCase()) {
      throw new InputError(
        `Config key '${ROOT}.${key}.allowedHosts' has '${host}', which is not a host such as 'api.example.nl'`,
      );
    }
    return url.host;
  });
}

function readMs(
  key: SourceKey,
  config: Config,
  options: { name: string; fallback: HumanDuration; least?: number },
): number {
  const { name, fallback, least = 0 } = options;
  const durationMs = durationToMilliseconds(
    config.has(name) ? readDurationFromConfig(config, { key: name }) : fallback,
  );
  if (durationMs < least) {
    throw new InputError(
      `Config key '${ROOT}.${key}.${name}' must be at least ${least} milliseconds`,
    );
  }
  return durationMs;
}

function readNumber(
  key: SourceKey,
  config: Config,
  options: { name: string; fallback: number; most: number },
): number {
  const { name, fallback, most } = options;
  const value = config.getOptionalNumber(name) ?? fallback;
  if (value < 0 || value > most) {
    throw new InputError(
      `Config key '${ROOT}.${key}.${name}' must be a number from 0 to ${most}`,
    );
  }
  return value;
}

function readOins(key: SourceKey, config: Config): Map<string, string> {
  const entries = config.getOptionalConfigArray('oins') ?? [];
  return new Map(
    entries.map(entry => {
      const tooiUri = entry.getString('tooiUri');
      const oin = entry.getString('oin');
      if (!isTooiUri(tooiUri) || !/^\d{20}$/.test(oin)) {
        throw new InputError(
          `Config key '${ROOT}.${key}.oins' needs the address of an organisation in TOOI and an OIN of 20 digits in quotes; it has '${tooiUri}' and '${oin}'`,
        );
      }
      return [tooiUri, oin];
    }),
  );
}
