import { buildNode } from '../kubernetes/buildNode.ts';
import { HostClusterClient } from '../kubernetes/HostClusterClient.ts';

/** Enough to see pods spread over nodes. */
const NODE_COUNT = 3;

/**
 * What a fresh control plane needs before the portal can use it. May be
 * repeated at every start.
 *
 * @returns number of guard-rail objects
 * @internal
 */
export async function bootstrapControlPlane(options: {
  adminKubeconfig: string;
  portalKubeconfig: string;
}): Promise<number> {
  const client = new HostClusterClient(options.adminKubeconfig);
  const nodes = Array.from({ length: NODE_COUNT }, (_, index) =>
    buildNode(index + 1),
  );
  await client.ensureNodes(nodes);
  const guardRails = await client.applyGuardRails();
  await client.writePortalKubeconfig(options.portalKubeconfig);
  return guardRails;
}
