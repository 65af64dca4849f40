import type { ClusterEnvironment } from './ClusterEnvironment';
import type { KubernetesObject } from './KubernetesObject';
import { buildManagedLabels } from './managedLabels';

/** Name of the Secret that a machine credential lives and dies with. @internal */
export function buildMachineCredentialSecretName(credentialId: string): string {
  return `nerds-machine-${credentialId}`;
}

/**
 * An empty Secret that a token is bound to: with it gone the token is refused.
 * @internal
 */
export function buildMachineCredentialSecret(
  env: ClusterEnvironment,
  credentialId: string,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    type: 'Opaque',
    metadata: {
      name: buildMachineCredentialSecretName(credentialId),
      namespace: env.kubernetesNamespace,
      labels: buildManagedLabels(env),
    },
  };
}
