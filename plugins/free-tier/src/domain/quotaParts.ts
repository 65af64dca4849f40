import type { QuotaUsage } from '@nerds/plugin-free-tier-common';

/** The resources that get a bar, in the order they are shown, with the key of their name. */
const MAIN_RESOURCES = [
  ['pods', 'pods'],
  ['requests.cpu', 'requestsCpu'],
  ['requests.memory', 'requestsMemory'],
  ['limits.cpu', 'limitsCpu'],
  ['limits.memory', 'limitsMemory'],
  ['requests.storage', 'requestsStorage'],
  ['requests.ephemeral-storage', 'requestsEphemeralStorage'],
  ['limits.ephemeral-storage', 'limitsEphemeralStorage'],
] as const;

type MainLabel = (typeof MAIN_RESOURCES)[number][1];

/**
 * Parts a quota into what people look at first and the rest (object counts),
 * which is sorted by name.
 * @internal
 */
export function toQuotaParts(quota: QuotaUsage[]): {
  main: { usage: QuotaUsage; label: MainLabel }[];
  others: QuotaUsage[];
} {
  const byResource = new Map(quota.map(usage => [usage.resource, usage]));
  const main = MAIN_RESOURCES.flatMap(([resource, label]) => {
    const usage = byResource.get(resource);
    byResource.delete(resource);
    return usage ? [{ usage, label }] : [];
  });
  const others = [...byResource.values()].sort((left, right) =>
    left.resource.localeCompare(right.resource),
  );
  return { main, others };
}
