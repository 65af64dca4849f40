import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  Cluster,
  ClusterCheck,
  ClusterEvent,
  ClusterRequest,
  IssuedKubeconfig,
  KubeconfigRequest,
  MachineCredential,
  Region,
  Team,
  Tier,
} from '@nerds/plugin-free-tier-common';

/**
 * Which clusters a list holds: asked for by the person, of the person's teams,
 * or of every team (needs `free-tier.cluster.read` without a condition).
 * @public
 */
export type ClusterScope = 'mine' | 'teams' | 'all';

/** Options of every call. @public */
export interface FreeTierRequestOptions {
  /** Aborts the call, for example when the page is left. */
  signal?: AbortSignal;
}

/**
 * The free tier's API as the pages use it. Sentences in the answers are in the
 * language of the portal at the moment of the call.
 *
 * @remarks
 * Every method throws a {@link FreeTierApiError} for an answer that is not a
 * success, and whatever `fetch` throws when there is no answer.
 *
 * @public
 */
export interface FreeTierApi {
  listTiers(options?: FreeTierRequestOptions): Promise<Tier[]>;
  listRegions(options?: FreeTierRequestOptions): Promise<Region[]>;
  /** Teams of the signed-in person, with what is left of their quotas. */
  listTeams(options?: FreeTierRequestOptions): Promise<Team[]>;
  listClusters(
    scope: ClusterScope,
    options?: FreeTierRequestOptions,
  ): Promise<Cluster[]>;
  getCluster(id: string, options?: FreeTierRequestOptions): Promise<Cluster>;
  /** Would this request be accepted now? Makes nothing. */
  checkCluster(
    request: ClusterRequest,
    options?: FreeTierRequestOptions,
  ): Promise<ClusterCheck>;
  retryCluster(id: string): Promise<Cluster>;
  deleteCluster(id: string): Promise<Cluster>;
  listEvents(
    id: string,
    options?: FreeTierRequestOptions,
  ): Promise<ClusterEvent[]>;
  /** A machine's kubeconfig holds a secret and is answered this once only. */
  issueKubeconfig(
    id: string,
    request: KubeconfigRequest,
  ): Promise<IssuedKubeconfig>;
  listMachineCredentials(
    id: string,
    options?: FreeTierRequestOptions,
  ): Promise<MachineCredential[]>;
  revokeMachineCredential(id: string, credentialId: string): Promise<void>;
}

/** Reference of {@link FreeTierApi}. @public */
export const freeTierApiRef = createApiRef<FreeTierApi>().with({
  id: 'plugin.free-tier.service',
  pluginId: 'free-tier',
});
