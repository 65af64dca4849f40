import type { Team, TeamQuota } from '@nerds/plugin-free-tier-common';

/** The quota of a team for a tier; for the first tier when none is named. @internal */
export function findQuota(team: Team, tier?: string): TeamQuota | undefined {
  return (
    team.quotas.find(quota => quota.tier === tier) ??
    (tier ? undefined : team.quotas[0])
  );
}

/** Whether nothing is left of a quota. @internal */
export function isFull(quota?: TeamQuota): boolean {
  return quota !== undefined && quota.used >= quota.limit;
}
