import type { ClusterEnvironment } from './ClusterEnvironment';
import type { KubernetesObject } from './KubernetesObject';
import {
  buildManagedLabels,
  MACHINE_SERVICE_ACCOUNT,
  TENANT_CLUSTER_ROLE,
} from './managedLabels';

/**
 * Gives the team's group the tenant's role.
 *
 * @param env - the cluster
 * @param groupsPrefix - what the API server puts before a group of the identity
 *   provider, for example `oidc:`
 * @internal
 */
export function buildTeamRoleBinding(
  env: ClusterEnvironment,
  groupsPrefix: string,
): KubernetesObject {
  return buildRoleBinding(env, 'nerds-team', {
    apiGroup: 'rbac.authorization.k8s.io',
    kind: 'Group',
    name: `${groupsPrefix}${env.team}`,
  });
}

/** Gives the machine account the tenant's role. @internal */
export function buildMachineRoleBinding(
  env: ClusterEnvironment,
): KubernetesObject {
  return buildRoleBinding(env, MACHINE_SERVICE_ACCOUNT, {
    kind: 'ServiceAccount',
    name: MACHINE_SERVICE_ACCOUNT,
    namespace: env.kubernetesNamespace,
  });
}

/**
 * The role is in the name, because a RoleBinding's role can never change: with
 * another role a new binding comes, instead of an apply that fails for ever.
 */
function buildRoleBinding(
  env: ClusterEnvironment,
  name: string,
  subject: Record<string, string>,
): KubernetesObject {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: {
      name: `${name}.${TENANT_CLUSTER_ROLE}`,
      namespace: env.kubernetesNamespace,
      labels: buildManagedLabels(env),
    },
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name: TENANT_CLUSTER_ROLE,
    },
    subjects: [subject],
  };
}
