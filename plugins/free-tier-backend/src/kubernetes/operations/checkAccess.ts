import type { ClusterEnvironment } from '../../domain/ClusterEnvironment';
import { MACHINE_SERVICE_ACCOUNT } from '../../domain/managedLabels';
import type { StepResult } from '../../domain/StepResult';
import type { KubernetesApiClient } from '../KubernetesApiClient';

/**
 * Asks the API server itself whether the team's group and the machine account
 * may do what the tenant's role allows: a RoleBinding counts only once the
 * authorizer has seen it.
 * @internal
 */
export async function checkAccess(
  client: KubernetesApiClient,
  env: ClusterEnvironment,
  groupsPrefix: string,
): Promise<StepResult> {
  const namespace = env.kubernetesNamespace;
  const answers = await Promise.all(
    [
      {
        // Nobody's name: the group alone must be enough.
        user: 'nerds:access-check',
        groups: [`${groupsPrefix}${env.team}`, 'system:authenticated'],
      },
      {
        user: `system:serviceaccount:${namespace}:${MACHINE_SERVICE_ACCOUNT}`,
        groups: [
          'system:serviceaccounts',
          `system:serviceaccounts:${namespace}`,
          'system:authenticated',
        ],
      },
    ].map(subject => isAllowed(client, env, subject)),
  );
  if (answers.every(Boolean)) {
    return { done: true };
  }
  return {
    done: false,
    reason: 'AccessPending',
    message: {
      nl: 'Kubernetes laat uw team nog niet toe; de rechten zijn gegeven en gaan zo in.',
      en: 'Kubernetes does not let your team in yet; the rights are given and take effect shortly.',
    },
  };
}

async function isAllowed(
  client: KubernetesApiClient,
  env: ClusterEnvironment,
  subject: { user: string; groups: string[] },
): Promise<boolean> {
  const review = await client.request<{ status?: { allowed?: boolean } }>({
    method: 'POST',
    path: '/apis/authorization.k8s.io/v1/subjectaccessreviews',
    body: {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SubjectAccessReview',
      spec: {
        ...subject,
        resourceAttributes: {
          namespace: env.kubernetesNamespace,
          verb: 'create',
          group: 'apps',
          resource: 'deployments',
        },
      },
    },
  });
  return review.status?.allowed === true;
}
