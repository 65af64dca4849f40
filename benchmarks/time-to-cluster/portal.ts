import type { HttpClient } from '../httpJson.ts';
import { pollUntil } from '../statistics.ts';
import { openKubeconfig, writeAsTenant } from './kubeconfig.ts';

const API = '/api/free-tier/v1';

/** The portal, as a script of a team uses it. */
export interface Portal {
  client: HttpClient;
  token: string;
  owner: string;
}

/** One cluster, measured. */
export interface PortalRun {
  elapsedMs: number;
  id: string;
  kubernetesNamespace: string;
}

/** From `POST` to the first write with the tenant's kubeconfig. */
export async function requestCluster(
  portal: Portal,
  name: string,
): Promise<PortalRun> {
  const { client, token } = portal;
  const startedAt = performance.now();
  const { id } = await client.expect([201], {
    method: 'POST',
    path: `${API}/clusters`,
    token,
    body: {
      name,
      owner: portal.owner,
      tier: 'free',
      size: 'small',
      region: 'local',
      purpose: 'Benchmark time-to-cluster',
    },
  });
  const cluster = await pollUntil(
    async () => {
      const current = await client.expect([200], {
        path: `${API}/clusters/${id}`,
        token,
      });
      if (current.state === 'failed') {
        throw new Error(`Cluster ${name} failed: ${current.message}`);
      }
      return current.state === 'ready' ? current : undefined;
    },
    { timeoutMs: 60_000, what: `cluster ${name} to be ready` },
  );
  const { kubeconfig } = await client.expect([201], {
    method: 'POST',
    path: `${API}/clusters/${id}/kubeconfigs`,
    token,
    body: { kind: 'machine', lifetimeSeconds: 600, description: 'benchmark' },
  });
  const tenant = openKubeconfig(kubeconfig);
  await pollUntil(
    async () =>
      (await writeAsTenant(tenant, cluster.namespace)) ? true : undefined,
    { timeoutMs: 60_000, what: 'the first write of the tenant' },
  );
  const elapsedMs = performance.now() - startedAt;
  tenant.client.close();
  return { elapsedMs, id, kubernetesNamespace: cluster.namespace };
}

/** Deletes a cluster and waits until the team has its place back. Not measured. */
export async function deleteCluster(portal: Portal, id: string): Promise<void> {
  const { client, token } = portal;
  await client.expect([202], {
    method: 'DELETE',
    path: `${API}/clusters/${id}`,
    token,
  });
  await pollUntil(
    async () => {
      const { status, body } = await client.send({
        path: `${API}/clusters/${id}`,
        token,
      });
      return status === 404 || body?.state === 'deleted' ? true : undefined;
    },
    { timeoutMs: 120_000, what: `cluster ${id} to be gone` },
  );
}
