import { CLUSTER_CONDITION_TYPES } from '@nerds/plugin-free-tier-common';
import { toConditionsDone } from '../domain/conditions';
import type { ClusterPass } from './ClusterPass';

/**
 * Puts back what changed behind the portal's back, and proves that a cluster
 * is what it says: the guard-rails are there, counted, and the team gets in.
 *
 * @param nextCheckInMs - when the cluster is looked at again
 * @internal
 */
export async function recheckCluster(
  pass: ClusterPass,
  nextCheckInMs: number,
): Promise<void> {
  const wasDegraded = pass.cluster.state === 'degraded';
  const knownUid = pass.cluster.namespaceUid;

  const { namespaceUid } = await pass.step(() =>
    pass.hostCluster.ensureNamespace(pass.env),
  );
  if (namespaceUid !== knownUid) {
    pass.save({ namespaceUid }, { activity: { code: 'NamespaceRecreated' } });
  }
  await pass.step(() => pass.hostCluster.ensureGuardRails(pass.env));
  await pass.waitUntil('Ready', () =>
    pass.hostCluster.checkQuotaEnforced(pass.env),
  );
  await pass.step(() => pass.hostCluster.ensureAccess(pass.env));
  await pass.waitUntil('Ready', () =>
    pass.hostCluster.checkAccessEffective(pass.env),
  );
  const quota = await pass.step(() => pass.hostCluster.getUsage(pass.env));

  pass.save(
    {
      state: 'ready',
      reason: null,
      message: null,
      attempts: 0,
      quota,
      conditions: toConditionsDone(
        pass.cluster.conditions,
        [...CLUSTER_CONDITION_TYPES],
        pass.now(),
      ),
    },
    {
      activity: wasDegraded ? { code: 'Recovered' } : undefined,
      release: { runInMs: nextCheckInMs },
    },
  );
  await pass.flush();
}
