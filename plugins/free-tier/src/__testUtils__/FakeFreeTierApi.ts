import type {
  Cluster,
  ClusterCheck,
  ClusterEvent,
  ClusterRequest,
  IssuedKubeconfig,
  KubeconfigRequest,
  MachineCredential,
  Problem,
  Region,
  Team,
} from '@nerds/plugin-free-tier-common';
import { FreeTierApiError, type ClusterScope, type FreeTierApi } from '../api';
import { buildRegion, buildTeam, TIERS } from './builders';

/** A refusal of the API with a sentence for people. */
export function buildApiError(status: number, detail: string) {
  const problem: Problem = {
    type: 'about:blank',
    title: 'Refused',
    status,
    detail,
    code: 'not-allowed',
  };
  return new FreeTierApiError(status, problem);
}

/** The free tier in memory; set its fields to what a test needs. */
export class FakeFreeTierApi implements FreeTierApi {
  clusters: Cluster[] = [];
  regions: Region[] = [buildRegion()];
  teams: Team[] = [buildTeam('burgerzaken')];
  events: ClusterEvent[] = [];
  credentials: MachineCredential[] = [];
  takenNames: string[] = [];
  /** When set every call fails with it. */
  failure?: Error;
  /** When set no call is ever answered. */
  isSilent = false;
  readonly calls: { name: string; input: unknown[] }[] = [];

  listTiers = () => this.answer('listTiers', [], TIERS);
  listRegions = () => this.answer('listRegions', [], this.regions);
  listTeams = () => this.answer('listTeams', [], this.teams);
  listClusters = (scope: ClusterScope) =>
    this.answer('listClusters', [scope], this.clusters);
  listEvents = (id: string) => this.answer('listEvents', [id], this.events);
  listMachineCredentials = (id: string) =>
    this.answer('listMachineCredentials', [id], this.credentials);

  async getCluster(id: string) {
    return this.answer('getCluster', [id], this.find(id));
  }

  checkCluster(request: ClusterRequest): Promise<ClusterCheck> {
    const isTaken = this.takenNames.includes(request.name);
    return this.answer('checkCluster', [request], {
      valid: !isTaken,
      problems: isTaken
        ? [{ field: 'name', code: 'name-taken', detail: 'name is taken' }]
        : [],
    });
  }

  async retryCluster(id: string) {
    return this.change('retryCluster', id, { state: 'provisioning' });
  }

  async deleteCluster(id: string) {
    return this.change('deleteCluster', id, { state: 'deleting' });
  }

  async issueKubeconfig(
    id: string,
    request: KubeconfigRequest,
  ): Promise<IssuedKubeconfig> {
    const isMachine = request.kind === 'machine';
    const credential: MachineCredential = {
      id: `credential-${this.credentials.length}`,
      description: request.description ?? '',
      createdBy: 'user:default/dev-burgerzaken',
      createdAt: new Date().toISOString(),
      expiresAt: new Date(
        Date.now() + (request.lifetimeSeconds ?? 0) * 1000,
      ).toISOString(),
    };
    const answer = await this.answer('issueKubeconfig', [id, request], {
      kind: request.kind,
      kubeconfig: {
        apiVersion: 'v1',
        kind: 'Config',
        users: isMachine ? [{ user: { token: 'only-shown-once' } }] : [],
      },
      ...(isMachine && {
        id: credential.id,
        expiresAt: credential.expiresAt,
      }),
    });
    if (isMachine) this.credentials = [...this.credentials, credential];
    return answer;
  }

  async revokeMachineCredential(id: string, credentialId: string) {
    await this.answer('revokeMachineCredential', [id, credentialId], undefined);
    this.credentials = this.credentials.map(credential =>
      credential.id === credentialId
        ? { ...credential, revokedAt: new Date().toISOString() }
        : credential,
    );
  }

  /** What was asked of one method, call by call. */
  inputsOf(name: string): unknown[][] {
    return this.calls
      .filter(call => call.name === name)
      .map(call => call.input);
  }

  private find(id: string): Cluster {
    const cluster = this.clusters.find(candidate => candidate.id === id);
    if (!cluster) throw buildApiError(404, 'There is no such cluster.');
    return cluster;
  }

  private async change(name: string, id: string, changes: Partial<Cluster>) {
    const changed = { ...this.find(id), ...changes };
    const answer = await this.answer(name, [id], changed);
    this.clusters = this.clusters.map(cluster =>
      cluster.id === id ? changed : cluster,
    );
    return answer;
  }

  private async answer<T>(name: string, input: unknown[], value: T) {
    this.calls.push({ name, input });
    if (this.isSilent) return new Promise<T>(() => {});
    if (this.failure) throw this.failure;
    return value;
  }
}
