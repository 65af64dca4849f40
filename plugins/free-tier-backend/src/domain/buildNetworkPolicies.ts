import type { ClusterEnvironment } from './ClusterEnvironment';
import type { KubernetesObject } from './KubernetesObject';
import { buildManagedLabels } from './managedLabels';

/** Nothing in, nothing out: what the other policies then open. @internal */
export function buildDefaultDenyPolicy(
  env: ClusterEnvironment,
): KubernetesObject {
  return buildPolicy(env, 'nerds-default-deny', {
    podSelector: {},
    policyTypes: ['Ingress', 'Egress'],
  });
}

/**
 * Out to DNS in `kube-system`, where every distribution runs it. On both
 * protocols: answers over 512 bytes come by TCP.
 * @internal
 */
export function buildAllowDnsPolicy(env: ClusterEnvironment): KubernetesObject {
  return buildPolicy(env, 'nerds-allow-dns', {
    podSelector: {},
    policyTypes: ['Egress'],
    egress: [
      {
        to: [
          {
            namespaceSelector: {
              matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' },
            },
            podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
          },
        ],
        ports: [
          { protocol: 'UDP', port: 53 },
          { protocol: 'TCP', port: 53 },
        ],
      },
    ],
  });
}

/** Between the pods of the cluster itself. @internal */
export function buildAllowSameNamespacePolicy(
  env: ClusterEnvironment,
): KubernetesObject {
  return buildPolicy(env, 'nerds-allow-same-namespace', {
    podSelector: {},
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: [{ podSelector: {} }] }],
    egress: [{ to: [{ podSelector: {} }] }],
  });
}

/**
 * In from the ingress controller.
 *
 * @param env - the cluster
 * @param ingressNamespaceLabels - of the controller's namespace, from config;
 *   without any nothing is let in, as an empty selector would mean everyone
 * @internal
 */
export function buildAllowIngressControllerPolicy(
  env: ClusterEnvironment,
  ingressNamespaceLabels: Record<string, string>,
): KubernetesObject {
  const isConfigured = Object.keys(ingressNamespaceLabels).length > 0;
  return buildPolicy(env, 'nerds-allow-ingress-controller', {
    podSelector: {},
    policyTypes: ['Ingress'],
    ingress: isConfigured
      ? [
          {
            from: [
              { namespaceSelector: { matchLabels: ingressNamespaceLabels } },
            ],
          },
        ]
      : [],
  });
}

/** All four, in the order a reader wants them. @internal */
export function buildNetworkPolicies(
  env: ClusterEnvironment,
  ingressNamespaceLabels: Record<string, string>,
): KubernetesObject[] {
  return [
    buildDefaultDenyPolicy(env),
    buildAllowDnsPolicy(env),
    buildAllowSameNamespacePolicy(env),
    buildAllowIngressControllerPolicy(env, ingressNamespaceLabels),
  ];
}

function buildPolicy(
  env: ClusterEnvironment,
  name: string,
  spec: Record<string, unknown>,
): KubernetesObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name,
      namespace: env.kubernetesNamespace,
      labels: buildManagedLabels(env),
    },
    spec,
  };
}
