import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

const RETENTION_KEY = 'search.zeroResults.retention';

/** What the configuration says about the search. @internal */
export interface SearchConfig {
  /** Milliseconds that a query without results is counted. */
  zeroResultRetentionMs: number;
}

/**
 * Reads `search` from the configuration.
 *
 * @throws {@link InputError} that names the key that is wrong, so that a portal
 * with a wrong configuration does not start
 * @internal
 */
export function readSearchConfig(config: Config): SearchConfig {
  const zeroResultRetentionMs = durationToMilliseconds(
    config.has(RETENTION_KEY)
      ? readDurationFromConfig(config, { key: RETENTION_KEY })
      : { days: 90 },
  );
  if (zeroResultRetentionMs <= 0) {
    throw new InputError(
      `Config key '${RETENTION_KEY}' must be more than nothing`,
    );
  }
  return { zeroResultRetentionMs };
}
