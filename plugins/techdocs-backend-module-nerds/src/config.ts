import { readDurationFromConfig, type Config } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

const MIB = 1024 * 1024;

/** How much making documentation may cost the portal. @internal */
export interface BuildLimits {
  /** How many sites are made at the same moment. */
  concurrency: number;
  timeoutMs: number;
  /** Of everything that the pages are made from. */
  maxFiles: number;
  maxSourceBytes: number;
  /** Of one file, also of one that is made. */
  maxFileBytes: number;
  maxMemoryBytes: number;
}

/**
 * Reads `techdocs.builds`.
 *
 * @throws when a number is not a whole number above 0
 * @internal
 */
export function readBuildLimits(config: Config): BuildLimits {
  const builds = config.getOptionalConfig('techdocs.builds');
  const readCount = (key: string, otherwise: number) => {
    const value = builds?.getOptionalNumber(key) ?? otherwise;
    if (!Number.isInteger(value) || value < 1) {
      throw new Error(
        `techdocs.builds.${key} is ${value}; it has to be a whole number above 0`,
      );
    }
    return value;
  };
  return {
    // two cores are what the portal is made for; one stays free between builds
    concurrency: readCount('concurrency', 2),
    timeoutMs: builds?.has('timeout')
      ? durationToMilliseconds(
          readDurationFromConfig(builds, { key: 'timeout' }),
        )
      : 120_000,
    maxFiles: readCount('maxFiles', 5_000),
    maxSourceBytes: readCount('maxSourceMiB', 100) * MIB,
    maxFileBytes: readCount('maxFileMiB', 20) * MIB,
    maxMemoryBytes: readCount('maxMemoryMiB', 1_024) * MIB,
  };
}
