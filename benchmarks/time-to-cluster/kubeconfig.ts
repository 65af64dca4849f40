import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { HttpClient } from '../httpJson.ts';

/** An account on a Kubernetes API server. */
export interface KubernetesAccount {
  client: HttpClient;
  token: string;
  server: string;
  /** PEM of the authority behind `server`. */
  ca?: string;
}

/** Opens connections of its own, as a tenant's kubectl does. */
export function openAccount(
  server: string,
  ca: string | undefined,
  token: string,
): KubernetesAccount {
  return { client: new HttpClient(server, ca), token, server, ca };
}

interface KubeconfigFile {
  clusters: [
    { cluster: { server: string; 'certificate-authority-data'?: string } },
  ];
  users: [{ user: { token?: string } }];
}

/** Opens a kubeconfig with one cluster and one user that has a token. */
export function openKubeconfig(kubeconfig: unknown): KubernetesAccount {
  const { clusters, users } = kubeconfig as KubeconfigFile;
  const { server, 'certificate-authority-data': caData } = clusters[0].cluster;
  const { token } = users[0].user;
  if (!token) {
    throw new Error('The kubeconfig holds no token');
  }
  const ca = caData && Buffer.from(caData, 'base64').toString();
  return openAccount(server, ca, token);
}

/** {@link openKubeconfig} for a file. */
export const openKubeconfigFile = (path: string) =>
  openKubeconfig(parse(readFileSync(path, 'utf8')));

/** The first thing a tenant writes: a ConfigMap. Answers whether it was let in. */
export async function writeAsTenant(
  account: KubernetesAccount,
  kubernetesNamespace: string,
): Promise<boolean> {
  const { status } = await account.client.send({
    method: 'POST',
    path: `/api/v1/namespaces/${kubernetesNamespace}/configmaps`,
    token: account.token,
    body: {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'first-write' },
    },
  });
  return status === 201;
}
