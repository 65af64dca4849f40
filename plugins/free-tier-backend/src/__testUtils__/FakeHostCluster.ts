import { randomUUID } from 'node:crypto';
import type { ClusterEvent, QuotaUsage } from '@nerds/plugin-free-tier-common';
import type { ClusterEnvironment } from '../domain/ClusterEnvironment';
import type { StepResult } from '../domain/StepResult';
import type {
  HostCluster,
  HostClusterAvailability,
  IssuedMachineKubeconfig,
  MachineCredentialOptions,
} from '../kubernetes/HostCluster';
import { fakeErrors } from './fakeErrors';

/** What a namespace of {@link FakeHostCluster} is made of. */
export interface FakeNamespace {
  uid: string;
  clusterId: string;
  hasGuardRails: boolean;
  hasAccess: boolean;
  credentials: Set<string>;
}

type Method = Exclude<keyof HostCluster, 'region'>;

/** In-memory host cluster that keeps to the rules of {@link HostCluster} and can be told to misbehave. */
export class FakeHostCluster implements HostCluster {
  readonly namespaces = new Map<string, FakeNamespace>();
  /** Every call in its order, as `method` of a cluster. */
  readonly calls: { method: Method; clusterId: string }[] = [];
  availability: HostClusterAvailability = {
    state: 'available',
    kubernetesVersion: 'v1.36.3',
    server: 'https://127.0.0.1:6443',
  };
  /** Runs before every call; throws or waits at will. */
  before: (method: Method, env: ClusterEnvironment) => Promise<void> | void =
    () => {};

  constructor(readonly region: string = 'local') {}

  failAlways(error: Error | undefined): void {
    this.before = () => {
      if (error) throw error;
    };
  }

  async getAvailability(): Promise<HostClusterAvailability> {
    return this.availability;
  }

  async ensureNamespace(env: ClusterEnvironment) {
    await this.#enter('ensureNamespace', env);
    const known = this.namespaces.get(env.kubernetesNamespace);
    if (known) {
      if (known.clusterId !== env.id) throw fakeErrors.conflict();
      return { namespaceUid: known.uid };
    }
    const uid = randomUUID();
    this.namespaces.set(env.kubernetesNamespace, {
      uid,
      clusterId: env.id,
      hasGuardRails: false,
      hasAccess: false,
      credentials: new Set(),
    });
    return { namespaceUid: uid };
  }

  async ensureGuardRails(env: ClusterEnvironment): Promise<void> {
    await this.#enter('ensureGuardRails', env);
    this.#require(env).hasGuardRails = true;
  }

  async checkQuotaEnforced(env: ClusterEnvironment): Promise<StepResult> {
    await this.#enter('checkQuotaEnforced', env);
    return this.#require(env).hasGuardRails
      ? { done: true }
      : notYet('QuotaStatusPending');
  }

  async ensureAccess(env: ClusterEnvironment): Promise<void> {
    await this.#enter('ensureAccess', env);
    this.#require(env).hasAccess = true;
  }

  async checkAccessEffective(env: ClusterEnvironment): Promise<StepResult> {
    await this.#enter('checkAccessEffective', env);
    return this.#require(env).hasAccess
      ? { done: true }
      : notYet('AccessPending');
  }

  async getUsage(env: ClusterEnvironment): Promise<QuotaUsage[]> {
    await this.#enter('getUsage', env);
    return Object.entries(env.size.quota).map(([resource, hard]) => ({
      resource,
      hard,
      used: '1',
    }));
  }

  async listEvents(env: ClusterEnvironment): Promise<ClusterEvent[]> {
    await this.#enter('listEvents', env);
    return [
      {
        at: '2026-01-01T00:00:00.000Z',
        source: 'kubernetes',
        type: 'Normal',
        reason: 'Scheduled',
        message: 'Successfully assigned',
        object: 'Pod/web',
      },
    ];
  }

  async buildPersonKubeconfig(env: ClusterEnvironment) {
    await this.#enter('buildPersonKubeconfig', env);
    return { apiVersion: 'v1', kind: 'Config', 'current-context': env.name };
  }

  async issueMachineKubeconfig(
    env: ClusterEnvironment,
    { credentialId, lifetimeSeconds }: MachineCredentialOptions,
  ): Promise<IssuedMachineKubeconfig> {
    await this.#enter('issueMachineKubeconfig', env);
    this.#require(env).credentials.add(credentialId);
    return {
      kubeconfig: {
        apiVersion: 'v1',
        kind: 'Config',
        users: [{ name: 'machine', user: { token: `secret-${credentialId}` } }],
      },
      expiresAt: new Date(Date.now() + lifetimeSeconds * 1000).toISOString(),
      jti: `jti-${credentialId}`,
    };
  }

  async revokeMachineCredential(env: ClusterEnvironment, credentialId: string) {
    await this.#enter('revokeMachineCredential', env);
    this.#require(env).credentials.delete(credentialId);
  }

  async revokeAccess(env: ClusterEnvironment): Promise<void> {
    await this.#enter('revokeAccess', env);
    const namespace = this.namespaces.get(env.kubernetesNamespace);
    if (!namespace) return;
    namespace.hasAccess = false;
    namespace.credentials.clear();
  }

  async deleteNamespace(env: ClusterEnvironment): Promise<void> {
    await this.#enter('deleteNamespace', env);
    const namespace = this.namespaces.get(env.kubernetesNamespace);
    if (namespace?.clusterId === env.id) {
      this.namespaces.delete(env.kubernetesNamespace);
    }
  }

  async checkNamespaceGone(env: ClusterEnvironment): Promise<StepResult> {
    await this.#enter('checkNamespaceGone', env);
    return this.namespaces.has(env.kubernetesNamespace)
      ? notYet('NamespaceContentRemaining')
      : { done: true };
  }

  async #enter(method: Method, env: ClusterEnvironment): Promise<void> {
    this.calls.push({ method, clusterId: env.id });
    await this.before(method, env);
  }

  #require(env: ClusterEnvironment): FakeNamespace {
    const namespace = this.namespaces.get(env.kubernetesNamespace);
    if (!namespace) throw fakeErrors.rejected();
    return namespace;
  }
}

function notYet(reason: string): StepResult {
  return { done: false, reason, message: { nl: 'Nog even.', en: 'Not yet.' } };
}
