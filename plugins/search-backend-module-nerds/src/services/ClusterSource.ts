import type {
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { LiveDocument } from '../domain/SearchRequest';

/** Which clusters somebody may see. @internal */
export type ClusterScope = 'all' | 'teams' | 'none';

/** A search has to be fast; without the clusters it is still of use. */
const TIMEOUT_MS = 1_500;

/** Whoever types a word asks with every few letters; in milliseconds. */
const FRESH_MS = 2_000;

/** People whose clusters are kept that long. */
const MAX_PEOPLE = 1_000;

const answerSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      owner: z.string(),
      purpose: z.string(),
      state: z.string(),
      size: z.string(),
    }),
  ),
});

/**
 * The clusters of the free tier that somebody may see.
 *
 * @remarks
 * They are asked for on behalf of the person, and not kept in the index: so a new
 * cluster is found two seconds later at most, and the free tier itself decides who
 * sees it.
 *
 * @internal
 */
export class ClusterSource {
  readonly #options: { auth: AuthService; discovery: DiscoveryService };
  readonly #known = new LRUCache<string, Promise<LiveDocument[]>>({
    max: MAX_PEOPLE,
    ttl: FRESH_MS,
  });

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#options = options;
  }

  /** @throws ServiceUnavailableError when the free tier does not answer */
  async listClusters(
    scope: ClusterScope,
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<LiveDocument[]> {
    if (scope === 'none') return [];
    const key = `${scope} ${credentials.principal.userEntityRef}`;
    const known = this.#known.get(key);
    if (known) return known;
    const clusters = this.#askClusters(scope, credentials);
    this.#known.set(key, clusters);
    return clusters.catch(error => {
      this.#known.delete(key);
      throw error;
    });
  }

  async #askClusters(
    scope: ClusterScope,
    credentials: BackstageCredentials,
  ): Promise<LiveDocument[]> {
    const { auth, discovery } = this.#options;
    const [baseUrl, { token }] = await Promise.all([
      discovery.getBaseUrl('free-tier'),
      auth.getPluginRequestToken({
        onBehalfOf: credentials,
        targetPluginId: 'free-tier',
      }),
    ]);
    const url = `${baseUrl}/v1/clusters?scope=${scope}`;
    const response = await fetch(url, {
      headers: { Authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((error: Error) => error);
    if (response instanceof Error) {
      throw new ServiceUnavailableError(`free-tier: ${response.message}`);
    }
    // a portal without the free tier
    if (response.status === 404) return [];
    const body: unknown = await response.json().catch(() => undefined);
    const parsed = answerSchema.safeParse(body);
    if (!response.ok || !parsed.success) {
      throw new ServiceUnavailableError(
        `free-tier answered ${response.status}, not clusters`,
      );
    }
    return parsed.data.items
      .filter(({ state }) => state !== 'deleted')
      .map(({ id, name, owner, purpose, size, state }) => ({
        title: name,
        text: purpose,
        keywords: [owner.replace(/^.*\//, ''), size, 'cluster'],
        location: `/clusters/${encodeURIComponent(id)}`,
        ownedBy: owner,
        type: state,
      }));
  }
}
