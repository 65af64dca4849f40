import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  ApiException,
  CoreV1Api,
  KubeConfig,
  KubernetesObjectApi,
  PatchStrategy,
  VersionApi,
  type KubernetesObject,
  type V1Node,
} from '@kubernetes/client-node';
import { parseAllDocuments } from 'yaml';
import { repositoryRoot } from '../paths.ts';
import { buildKubeconfig } from '../control-plane/kubeconfig.ts';
import { writeFileAtomic } from '../state/files.ts';

/** Who owns the guard-rails on the host cluster; the same name a person uses with kubectl. */
const FIELD_MANAGER = 'nerds-operator';
/** @internal */
export const GUARD_RAILS_DIRECTORY = join(
  repositoryRoot,
  'plugins/free-tier-backend/host-cluster',
);
/** The portal's own account, made by the guard-rails. */
const PORTAL_ACCOUNT = { namespace: 'nerds-portal', name: 'nerds-portal' };
const PORTAL_TOKEN_SECONDS = 365 * 24 * 60 * 60;
/** A fresh kube-apiserver may not serve every group at once. */
const APPLY_ATTEMPTS = 10;
const APPLY_RETRY_MS = 500;

/** The administrator's account may not do what the portal needs once. @internal */
export class NotPermittedError extends Error {
  override name = 'NotPermittedError' as const;
}

function isForbidden(error: unknown): boolean {
  return error instanceof ApiException && error.code === 403;
}

function describe(object: KubernetesObject): string {
  return `${object.kind} ${object.metadata?.name}`;
}

/**
 * What an operator does once on a host cluster, with the operator's own rights:
 * guard-rails, the portal's account, and (only on the built-in control plane) nodes.
 *
 * @internal
 */
export class HostClusterClient {
  private readonly config: KubeConfig;
  private readonly kubeconfigFile: string;

  /** @param kubeconfigFile - the administrator's */
  constructor(kubeconfigFile: string) {
    this.kubeconfigFile = kubeconfigFile;
    this.config = new KubeConfig();
    this.config.loadFromFile(kubeconfigFile);
  }

  get server(): string {
    return this.config.getCurrentCluster()?.server ?? '';
  }

  /** E.g. `1.36.3`. */
  async readVersion(): Promise<string> {
    const version = await this.config.makeApiClient(VersionApi).getCode();
    return version.gitVersion.replace(/^v/, '');
  }

  /**
   * Applies every manifest in order of file name, by server-side apply.
   *
   * @returns how many objects there are; 0 when there are no manifests
   * @throws {@link NotPermittedError} that names the command an administrator can run
   */
  async applyGuardRails(directory = GUARD_RAILS_DIRECTORY): Promise<number> {
    const objects = readManifests(directory);
    const client = KubernetesObjectApi.makeApiClient(this.config);
    for (const object of objects) {
      await this.applyOne(client, object);
    }
    return objects.length;
  }

  private async applyOne(
    client: KubernetesObjectApi,
    object: KubernetesObject,
  ): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await client.patch(
          object,
          undefined,
          undefined,
          FIELD_MANAGER,
          true,
          PatchStrategy.ServerSideApply,
        );
        return;
      } catch (error) {
        if (isForbidden(error)) {
          throw new NotPermittedError(
            `The account in ${this.kubeconfigFile} may not apply ${describe(
              object,
            )}. Ask an administrator of the cluster to run: kubectl apply --server-side --force-conflicts --field-manager=${FIELD_MANAGER} -f plugins/free-tier-backend/host-cluster`,
          );
        }
        if (attempt === APPLY_ATTEMPTS) {
          throw new Error(
            `${describe(object)} could not be applied: ${
              error instanceof ApiException ? String(error.body) : String(error)
            }`,
          );
        }
        await sleep(APPLY_RETRY_MS);
      }
    }
  }

  /**
   * Writes a kubeconfig with a fresh token of the portal's account.
   *
   * @throws {@link NotPermittedError} that names the command an administrator can run
   */
  async writePortalKubeconfig(path: string): Promise<void> {
    const cluster = this.config.getCurrentCluster();
    if (!cluster) {
      throw new Error(`${this.kubeconfigFile} names no current cluster`);
    }
    try {
      const answer = await this.config
        .makeApiClient(CoreV1Api)
        .createNamespacedServiceAccountToken({
          ...PORTAL_ACCOUNT,
          body: {
            spec: { audiences: [], expirationSeconds: PORTAL_TOKEN_SECONDS },
          },
        });
      const text = buildKubeconfig({
        server: cluster.server,
        ca: readAuthority(cluster),
        user: 'nerds-portal',
        credentials: { token: answer.status?.token ?? '' },
      });
      writeFileAtomic(path, text, 0o600);
    } catch (error) {
      if (isForbidden(error)) {
        throw new NotPermittedError(
          `The account in ${this.kubeconfigFile} may not make a token for the portal. Ask an administrator of the cluster to run: kubectl -n ${PORTAL_ACCOUNT.namespace} create token ${PORTAL_ACCOUNT.name} --duration=8760h`,
        );
      }
      throw error;
    }
  }

  /** Makes nodes that are not there yet; KWOK keeps them alive. */
  async ensureNodes(nodes: V1Node[]): Promise<void> {
    const client = this.config.makeApiClient(CoreV1Api);
    for (const node of nodes) {
      try {
        await client.createNode({ body: node });
      } catch (error) {
        if (!(error instanceof ApiException) || error.code !== 409) {
          throw error;
        }
      }
    }
  }
}

function readAuthority(cluster: {
  caData?: string;
  caFile?: string;
}): string | undefined {
  if (cluster.caData) {
    return Buffer.from(cluster.caData, 'base64').toString('utf8');
  }
  return cluster.caFile ? readFileSync(cluster.caFile, 'utf8') : undefined;
}

function readManifests(directory: string): KubernetesObject[] {
  return readdirSync(directory)
    .filter(file => file.endsWith('.yaml'))
    .sort()
    .flatMap(file =>
      parseAllDocuments(readFileSync(join(directory, file), 'utf8')),
    )
    .map(document => document.toJS() as KubernetesObject | null)
    .filter((object): object is KubernetesObject => object !== null);
}
