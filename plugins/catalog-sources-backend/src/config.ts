import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** @internal */
export interface CatalogSourcesConfig {
  /** How many runs of each source are kept. */
  keepRuns: number;
}

const KEEP_RUNS = { key: 'catalogSources.keepRuns', default: 50, max: 10_000 };

/** @throws InputError when a value is not possible @internal */
export function readCatalogSourcesConfig(config: Config): CatalogSourcesConfig {
  const keepRuns = config.getOptionalNumber(KEEP_RUNS.key) ?? KEEP_RUNS.default;
  if (!Number.isInteger(keepRuns) || keepRuns < 1 || keepRuns > KEEP_RUNS.max) {
    throw new InputError(
      `${KEEP_RUNS.key} must be a whole number from 1 to ${KEEP_RUNS.max}`,
    );
  }
  return { keepRuns };
}
