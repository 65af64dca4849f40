import type {
  ClusterConditionType,
  QuotaUsage,
} from '@nerds/plugin-free-tier-common';
import { isConditionTrue, toConditionsDone } from '../domain/conditions';
import type { ClusterPass } from './ClusterPass';

interface ProvisioningStep {
  /** Comes true with this step. */
  condition: ClusterConditionType;
  /** May be done twice. */
  run(pass: ClusterPass): Promise<{ namespaceUid?: string } | void>;
}

/**
 * What makes a cluster, in the order in which nothing a tenant can use exists
 * before the guard-rails around it do: a fresh quota limits nothing until
 * Kubernetes has counted it, so nobody gets access before that.
 */
const STEPS: ProvisioningStep[] = [
  {
    condition: 'NamespaceCreated',
    run: pass => pass.step(() => pass.hostCluster.ensureNamespace(pass.env)),
  },
  {
    condition: 'GuardRailsApplied',
    run: pass => pass.step(() => pass.hostCluster.ensureGuardRails(pass.env)),
  },
  {
    condition: 'QuotaEnforced',
    run: pass =>
      pass.waitUntil('QuotaEnforced', () =>
        pass.hostCluster.checkQuotaEnforced(pass.env),
      ),
  },
  {
    condition: 'AccessGranted',
    run: async pass => {
      await pass.step(() => pass.hostCluster.ensureAccess(pass.env));
      await pass.waitUntil('AccessGranted', () =>
        pass.hostCluster.checkAccessEffective(pass.env),
      );
    },
  },
];

/**
 * Makes what is not there yet and ends in `ready`.
 *
 * @remarks
 * Goes on where an earlier pass stopped. After something went wrong it begins
 * at the beginning: what was done before may be undone since, and every step
 * leaves alone what is as it should be.
 *
 * @param nextCheckInMs - when the cluster is looked at again
 * @internal
 */
export async function provisionCluster(
  pass: ClusterPass,
  nextCheckInMs: number,
): Promise<void> {
  const isResumed = pass.cluster.attempts === 0;
  for (const { condition, run } of STEPS) {
    if (isResumed && isConditionTrue(pass.cluster.conditions, condition)) {
      continue;
    }
    const result = await run(pass);
    // The last step is written together with what it makes true.
    if (condition === 'AccessGranted') break;
    pass.save({
      reason: null,
      message: null,
      namespaceUid: result?.namespaceUid,
      conditions: toConditionsDone(
        pass.cluster.conditions,
        [condition],
        pass.now(),
      ),
    });
  }
  pass.save(
    {
      state: 'ready',
      reason: null,
      message: null,
      attempts: 0,
      readyAt: pass.now(),
      conditions: toConditionsDone(
        pass.cluster.conditions,
        ['AccessGranted', 'Ready'],
        pass.now(),
      ),
    },
    { activity: { code: 'Ready' } },
  );
  const quota = await pass.step(() => readFirstUsage(pass));
  pass.save({ quota }, { release: { runInMs: nextCheckInMs } });
  await pass.flush();
}

async function readFirstUsage(pass: ClusterPass): Promise<QuotaUsage[]> {
  try {
    return await pass.hostCluster.getUsage(pass.env);
  } catch {
    // The cluster is ready without it; the next check reads it again.
    return [];
  }
}
