/** What a host cluster needs to know of its region's configuration. @internal */
export interface HostClusterRegion {
  name: string;
  /** Kubeconfig of the portal's account; absent: the account of the pod the portal runs in. */
  kubeconfigFile?: string;
  /** Where a launcher writes how far the host cluster is. */
  statusFile?: string;
  /** How people sign in to the host cluster. */
  oidc: {
    issuerUrl: string;
    clientId: string;
    /** PEM file of the CA of the issuer; absent: one that computers trust already. */
    caFile?: string;
    /** What the API server puts before a group of the identity provider. */
    groupsPrefix: string;
  };
  /** Labels of the namespace of the ingress controller; none: nothing is let in. */
  ingressNamespaceLabels: Record<string, string>;
}
