/** Paths in the portal of a cluster's page and of its part about connecting. @internal */
export function buildClusterPaths(clusterId: string): {
  clusterUrl: string;
  connectUrl: string;
} {
  const clusterUrl = `/clusters/${encodeURIComponent(clusterId)}`;
  return { clusterUrl, connectUrl: `${clusterUrl}#connect` };
}
