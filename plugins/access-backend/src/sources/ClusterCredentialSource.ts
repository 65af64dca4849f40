import { PRIVILEGED_ROLES_TEAM } from '@nerds/plugin-access-common';
import { z } from 'zod';
import type { PortalApiClient } from '../clients/PortalApiClient';
import type { FoundItem, ReviewItemRecord } from '../domain/reviewRecords';
import type { Caller } from '../services/Caller';
import type { ReviewItemSource, Revocation } from './ReviewItemSource';

const clusters = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string() })),
});

const credentials = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      description: z.string(),
      createdAt: z.iso.datetime(),
      expiresAt: z.iso.datetime(),
      revokedAt: z.iso.datetime().optional(),
    }),
  ),
});

type Cluster = z.output<typeof clusters>['items'][number];

/**
 * Machine kubeconfigs of the clusters of the team. Kubeconfigs of people hold
 * no credential: they stand and fall with the membership.
 *
 * @internal
 */
export class ClusterCredentialSource implements ReviewItemSource {
  readonly kind = 'cluster-credential';

  constructor(
    private readonly api: PortalApiClient,
    private readonly now: () => Date,
  ) {}

  appliesTo(team: string): boolean {
    return team !== PRIVILEGED_ROLES_TEAM;
  }

  async listItems(team: string, caller: Caller): Promise<FoundItem[]> {
    // Somebody of another team has to be refused rather than shown nothing:
    // an empty list would pass for a team without credentials.
    const scope = caller.teams.includes(team) ? 'teams' : 'all';
    const query = new URLSearchParams({ scope, owner: team });
    const { items } = await this.api.get(
      `/v1/clusters?${query}`,
      clusters,
      caller,
    );
    const found: FoundItem[] = [];
    for (const cluster of items) {
      found.push(...(await this.#listOf(cluster, caller)));
    }
    return found;
  }

  async #listOf(cluster: Cluster, caller: Caller): Promise<FoundItem[]> {
    const { items } = await this.api.get(
      `/v1/clusters/${encodeURIComponent(cluster.id)}/kubeconfigs`,
      credentials,
      caller,
    );
    return items
      .filter(
        ({ revokedAt, expiresAt }) =>
          !revokedAt && new Date(expiresAt) > this.now(),
      )
      .map(credential => ({
        sourceKey: `${cluster.id}/${credential.id}`,
        subject: credential.description || credential.id,
        access: {
          nl: `Machinetoegang tot cluster ${cluster.name}`,
          en: `Machine access to cluster ${cluster.name}`,
        },
        since: new Date(credential.createdAt),
        expiresAt: new Date(credential.expiresAt),
      }));
  }

  async revoke(
    item: ReviewItemRecord,
    { caller }: { caller: Caller },
  ): Promise<Revocation> {
    const [clusterId, credentialId] = item.sourceKey.split('/');
    await this.api.delete(
      `/v1/clusters/${encodeURIComponent(
        clusterId,
      )}/kubeconfigs/${encodeURIComponent(credentialId)}`,
      caller,
    );
    return {};
  }
}
