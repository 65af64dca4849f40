import { useRegionsAndTiers } from '../../hooks/useRegionsAndTiers';

/** Where the cluster is to run, by the title of the region. @internal */
export function ClusterRegionAnswer({ value }: { value: unknown }) {
  const { toRegionTitle } = useRegionsAndTiers();
  return <>{toRegionTitle(String(value))}</>;
}

/** What was chosen of price and size, by their titles. @internal */
export function ClusterTierAnswer({ value }: { value: unknown }) {
  const { toSizeTitle } = useRegionsAndTiers();
  const { tier = '', size = '' } = value as { tier?: string; size?: string };
  return <>{toSizeTitle({ tier, size })}</>;
}
