import { randomUUID } from 'node:crypto';
import type { KubeconfigRequest } from '@nerds/plugin-free-tier-common';
import type { ClusterStore } from '../database/ClusterStore';
import type { CredentialStore } from '../database/CredentialStore';
import type { ClusterRecord, CredentialRecord } from '../domain/ClusterRecord';
import { evaluateStateRights } from '../domain/evaluateStateRights';
import { ProblemError } from '../domain/ProblemError';
import type { IssuedCredential } from './ClusterService';
import { requireHostCluster, type HostClusters } from './requireHostCluster';
import { toClusterEnvironment } from './toClusterEnvironment';

const DEFAULT_LIFETIME_SECONDS = 3600;

/** @internal */
export interface KubeconfigIssuerOptions {
  store: ClusterStore;
  credentials: CredentialStore;
  hostClusters: HostClusters;
  now: () => Date;
}

/** Hands out kubeconfigs and takes machines' back. @internal */
export class KubeconfigIssuer {
  readonly #store: ClusterStore;
  readonly #credentials: CredentialStore;
  readonly #hostClusters: HostClusters;
  readonly #now: () => Date;

  constructor(options: KubeconfigIssuerOptions) {
    this.#store = options.store;
    this.#credentials = options.credentials;
    this.#hostClusters = options.hostClusters;
    this.#now = options.now;
  }

  /**
   * @throws ProblemError `cluster-not-ready` when there is nothing to connect to
   */
  async issueKubeconfig(
    cluster: ClusterRecord,
    request: KubeconfigRequest,
    actor: string,
  ): Promise<IssuedCredential> {
    if (!evaluateStateRights(cluster.state).connect) {
      throw new ProblemError({
        status: 409,
        code: 'cluster-not-ready',
        values: { name: cluster.name, state: cluster.state },
      });
    }
    return request.kind === 'machine'
      ? this.#issueToMachine(cluster, request, actor)
      : this.#issueToPerson(cluster, actor);
  }

  async listCredentials(clusterId: string): Promise<CredentialRecord[]> {
    return this.#credentials.listCredentials(clusterId);
  }

  /** @throws ProblemError `credential-not-found` */
  async revokeCredential(
    cluster: ClusterRecord,
    id: string,
    actor: string,
  ): Promise<void> {
    const credential = await this.#credentials.getCredential(cluster.id, id);
    if (!credential) {
      throw new ProblemError({
        status: 404,
        code: 'credential-not-found',
        values: { id },
      });
    }
    if (credential.revokedAt) return;
    const hostCluster = requireHostCluster(this.#hostClusters, cluster.region);
    await hostCluster.revokeMachineCredential(
      toClusterEnvironment(cluster),
      id,
    );
    const now = this.#now();
    await this.#credentials.markRevoked(id, now);
    await this.#store.addActivity(
      cluster.id,
      { code: 'MachineCredentialRevoked', actor },
      now,
    );
  }

  async #issueToPerson(
    cluster: ClusterRecord,
    actor: string,
  ): Promise<IssuedCredential> {
    const hostCluster = requireHostCluster(this.#hostClusters, cluster.region);
    const kubeconfig = await hostCluster.buildPersonKubeconfig(
      toClusterEnvironment(cluster),
    );
    await this.#store.addActivity(
      cluster.id,
      { code: 'KubeconfigIssued', actor },
      this.#now(),
    );
    return { kubeconfig, cluster };
  }

  async #issueToMachine(
    cluster: ClusterRecord,
    request: KubeconfigRequest,
    actor: string,
  ): Promise<IssuedCredential> {
    const hostCluster = requireHostCluster(this.#hostClusters, cluster.region);
    const lifetimeSeconds = request.lifetimeSeconds ?? DEFAULT_LIFETIME_SECONDS;
    const id = randomUUID();
    const now = this.#now();
    await this.#credentials.addCredential({
      id,
      clusterId: cluster.id,
      description: request.description ?? '',
      createdBy: actor,
      createdAt: now,
      expiresAt: new Date(now.getTime() + lifetimeSeconds * 1000),
    });
    try {
      const issued = await hostCluster.issueMachineKubeconfig(
        toClusterEnvironment(cluster),
        { credentialId: id, lifetimeSeconds },
      );
      const { kubeconfig, expiresAt, jti } = issued;
      await this.#credentials.completeCredential(id, {
        expiresAt: new Date(expiresAt),
        jti,
      });
      await this.#store.addActivity(
        cluster.id,
        { code: 'MachineCredentialIssued', values: { expiresAt }, actor },
        now,
      );
      return { kubeconfig, cluster, id, expiresAt };
    } catch (error) {
      // Nobody holds a token of it, so it must not be listed as one that works.
      await this.#credentials.markRevoked(id, now);
      throw error;
    }
  }
}
