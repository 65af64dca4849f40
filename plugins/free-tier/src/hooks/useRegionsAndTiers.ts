import { useApi } from '@backstage/frontend-plugin-api';
import { useLanguage } from '@nerds/page-parts';
import type { Cluster, Region, Tier } from '@nerds/plugin-free-tier-common';
import { useCallback } from 'react';
import { freeTierApiRef } from '../api';
import { usePolledResource } from './usePolledResource';

const CHANGING_INTERVAL_MS = 5_000;
const STEADY_INTERVAL_MS = 30_000;

/** Regions and tiers, and how to name them to people. @internal */
export interface RegionsAndTiers {
  /** Empty until they are read and when they cannot be. */
  regions: Region[];
  tiers: Tier[];
  toRegionTitle: (region: string) => string;
  toSizeTitle: (cluster: Pick<Cluster, 'tier' | 'size'>) => string;
}

/**
 * Reads the regions and tiers. When that fails the pages go on without: names
 * from the config are shown then instead of titles.
 * @internal
 */
export function useRegionsAndTiers(): RegionsAndTiers {
  const api = useApi(freeTierApiRef);
  const language = useLanguage();
  const { value } = usePolledResource(
    useCallback(
      async (signal: AbortSignal) => {
        const [regions, tiers] = await Promise.all([
          api.listRegions({ signal }),
          api.listTiers({ signal }),
        ]);
        // the language of the messages; another language asks again
        return { regions, tiers, language };
      },
      [api, language],
    ),
    current =>
      current?.regions.every(region => region.state === 'available')
        ? STEADY_INTERVAL_MS
        : CHANGING_INTERVAL_MS,
  );
  const regions = value?.regions ?? [];
  const tiers = value?.tiers ?? [];
  return {
    regions,
    tiers,
    toRegionTitle: name =>
      regions.find(region => region.name === name)?.title[language] ?? name,
    toSizeTitle: ({ tier, size }) => {
      const found = tiers.find(candidate => candidate.name === tier);
      const title = found?.sizes.find(candidate => candidate.name === size)
        ?.title[language];
      return title ? `${found.title[language]}, ${title}` : `${tier}, ${size}`;
    },
  };
}
