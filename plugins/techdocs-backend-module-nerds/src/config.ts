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
  /** After this a build that failed is tried again, also when nothing changed. */
  rememberFailuresMs: number;
}

/**
 * Refuses a way of making documentation that the portal cannot keep within
 * bounds: in a container of TechDocs pages are not cleaned, nothing keeps them
 * from the network, and no limit counts.
 *
 * @throws when `techdocs.generator` asks for it
 * @internal
 */
export function requireFencedBuilds(config: Config): void {
  const runIn = config.getOptionalString('techdocs.generator.runIn');
  if (runIn !== undefined && runIn !== 'local') {
    throw new Error(
      `techdocs.generator.runIn is '${runIn}'; it has to be 'local'. Only there documentation, which anyone with a repository may have written, is made within bounds; run the portal itself in a container instead`,
    );
  }
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
  const readMs = (key: string, otherwise: number) =>
    builds?.has(key)
      ? durationToMilliseconds(readDurationFromConfig(builds, { key }))
      : otherwise;
  return {
    // two cores are what the portal is made for; one stays free between builds
    concurrency: readCount('concurrency', 2),
    timeoutMs: readMs('timeout', 120_000),
    maxFiles: readCount('maxFiles', 5_000),
    maxSourceBytes: readCount('maxSourceMiB', 100) * MIB,
    maxFileBytes: readCount('maxFileMiB', 20) * MIB,
    maxMemoryBytes: readCount('maxMemoryMiB', 1_024) * MIB,
    rememberFailuresMs: readMs('rememberFailures', 3_600_000),
  };
}
