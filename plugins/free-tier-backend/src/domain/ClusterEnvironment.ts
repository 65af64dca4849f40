/**
 * A size of a tier as the builders need it: quantities as Kubernetes writes them.
 * @internal
 */
export interface ClusterEnvironmentSize {
  name: string;
  /** Goes into `spec.hard` of the ResourceQuota, next to our fixed object counts. */
  quota: Record<string, string>;
  limitRange: {
    default: Record<string, string>;
    defaultRequest: Record<string, string>;
    max: Record<string, string>;
  };
}

/**
 * Everything a step on the host cluster needs: pure data out of the ledger and config.
 * @internal
 */
export interface ClusterEnvironment {
  /** UUID of the cluster in the ledger; on every managed object as a label. */
  id: string;
  name: string;
  /** Name of the owning group, without kind and namespace. */
  team: string;
  /** See `buildKubernetesNamespaceName`. */
  kubernetesNamespace: string;
  /** From `HostCluster.ensureNamespace`; guards the delete against a recreated namespace. */
  namespaceUid?: string;
  tier: string;
  size: ClusterEnvironmentSize;
}
