import type { ClusterEnvironment } from './ClusterEnvironment';

/** How clients reach the host cluster. @internal */
export interface KubernetesServer {
  /** URL of the API server. */
  server: string;
  /** PEM certificates in base64; absent where the system's own are enough. */
  certificateAuthorityData?: string;
}

/** The identity provider that the host cluster trusts. @internal */
export interface KubernetesOidc {
  issuerUrl: string;
  clientId: string;
  /** PEM certificates in base64; absent where the system's own are enough. */
  certificateAuthorityData?: string;
}

/**
 * Kubeconfig with which a person signs in through the identity provider, by
 * the kubectl plugin `oidc-login` (kubelogin). It holds no secret: it may be
 * shown, mailed and committed.
 *
 * @internal
 */
export function buildPersonKubeconfig(
  env: ClusterEnvironment,
  server: KubernetesServer,
  oidc: KubernetesOidc,
): Record<string, unknown> {
  return buildKubeconfig(env, server, {
    // One user for all clusters of an issuer would do, but client libraries
    // cache credentials by user name: unique names keep merged files apart.
    name: `${env.kubernetesNamespace}-person`,
    user: {
      exec: {
        apiVersion: 'client.authentication.k8s.io/v1',
        command: 'kubectl',
        args: [
          'oidc-login',
          'get-token',
          `--oidc-issuer-url=${oidc.issuerUrl}`,
          `--oidc-client-id=${oidc.clientId}`,
          '--oidc-extra-scope=profile',
          '--oidc-extra-scope=email',
          '--oidc-extra-scope=groups',
          ...(oidc.certificateAuthorityData
            ? [`--certificate-authority-data=${oidc.certificateAuthorityData}`]
            : []),
        ],
        interactiveMode: 'IfAvailable',
        provideClusterInfo: false,
        installHint:
          'Installeer de kubectl-plugin oidc-login (kubelogin) / Install the kubectl plugin oidc-login (kubelogin): https://github.com/int128/kubelogin#setup',
      },
    },
  });
}

/**
 * Kubeconfig for a machine, with its token.
 *
 * @param env - the cluster
 * @param server - how to reach it
 * @param credential - `id` keeps several credentials apart when files are merged
 * @internal
 */
export function buildMachineKubeconfig(
  env: ClusterEnvironment,
  server: KubernetesServer,
  credential: { id: string; token: string },
): Record<string, unknown> {
  return buildKubeconfig(env, server, {
    name: `${env.kubernetesNamespace}-machine-${credential.id}`,
    user: { token: credential.token },
  });
}

function buildKubeconfig(
  env: ClusterEnvironment,
  server: KubernetesServer,
  user: { name: string; user: Record<string, unknown> },
): Record<string, unknown> {
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: env.kubernetesNamespace,
        cluster: {
          server: server.server,
          ...(server.certificateAuthorityData && {
            'certificate-authority-data': server.certificateAuthorityData,
          }),
        },
      },
    ],
    users: [user],
    contexts: [
      {
        name: user.name,
        context: {
          cluster: env.kubernetesNamespace,
          namespace: env.kubernetesNamespace,
          user: user.name,
        },
      },
    ],
    'current-context': user.name,
  };
}
