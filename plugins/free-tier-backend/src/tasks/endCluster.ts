import type { LocalizedText } from '@nerds/plugin-free-tier-common';
import type { ClusterRecord, ConditionRecord } from '../domain/ClusterRecord';
import { toConditionsWith } from '../domain/conditions';
import type { ClusterPass } from './ClusterPass';

/**
 * Kubernetes waits 5 seconds before it even begins to empty a namespace
 * (`namespaceDeletionGracePeriod`, k8s 1.36): looking on meanwhile would hold
 * a place that a new cluster could use. In milliseconds.
 */
const DELETION_PATIENCE_MS = 250;

const EXPIRED = {
  reason: 'Expired',
  message: {
    nl: 'De looptijd van het cluster is om. De toegang is uitgezet; de inhoud is bewaard.',
    en: 'The lifetime of the cluster is over. Access is off; the contents are kept.',
  },
};

const DELETED = {
  reason: 'AccessRevoked',
  message: {
    nl: 'De toegang is ingetrokken omdat het cluster verwijderd wordt.',
    en: 'Access is revoked because the cluster is being deleted.',
  },
};

/** Takes the access away and keeps all the rest. @internal */
export async function freezeCluster(pass: ClusterPass): Promise<void> {
  await pass.step(() => pass.hostCluster.revokeAccess(pass.env));
  pass.save(
    {
      state: 'frozen',
      attempts: 0,
      ...EXPIRED,
      conditions: toConditionsWithoutAccess(pass.cluster, EXPIRED, pass.now()),
    },
    {
      activity: { code: 'Frozen' },
      revokeCredentials: true,
      release: { runInMs: null },
    },
  );
  await pass.flush();
}

/**
 * Takes the access away, then everything else, and frees the team's place when
 * it is really gone.
 * @internal
 */
export async function removeCluster(pass: ClusterPass): Promise<void> {
  const isRevoked = pass.cluster.conditions.some(
    condition => condition.reason === DELETED.reason,
  );
  if (!isRevoked) {
    await pass.step(() => pass.hostCluster.revokeAccess(pass.env));
    const conditions = toConditionsWithoutAccess(
      pass.cluster,
      DELETED,
      pass.now(),
    );
    pass.save({ conditions }, { revokeCredentials: true });
  }
  await pass.step(() => pass.hostCluster.deleteNamespace(pass.env));
  await pass.waitUntil(
    undefined,
    () => pass.hostCluster.checkNamespaceGone(pass.env),
    DELETION_PATIENCE_MS,
  );
  pass.save(
    {
      state: 'deleted',
      reason: null,
      message: null,
      attempts: 0,
      deletedAt: pass.now(),
    },
    {
      activity: { code: 'Deleted' },
      freeQuota: true,
      release: { runInMs: null },
    },
  );
  await pass.flush();
}

function toConditionsWithoutAccess(
  cluster: ClusterRecord,
  why: { reason: string; message: LocalizedText },
  now: Date,
): ConditionRecord[] {
  return (['AccessGranted', 'Ready'] as const).reduce(
    (conditions, type) =>
      toConditionsWith(conditions, { type, status: 'False', ...why }, now),
    cluster.conditions,
  );
}
