import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { z } from 'zod';
import type { LiveDocument } from '../domain/SearchRequest';

/** Which clusters somebody may see. @internal */
export type ClusterScope = 'all' | 'teams' | 'none';

/** A search has to be fast; without the clusters it is still of use. */
const TIMEOUT_MS = 1_500;

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
 * They are asked for with every search, on behalf of the person, and not kept in
 * the index: so a new cluster is found at once, and the free tier itself decides
 * who sees it.
 *
 * @internal
 */
export class ClusterSource {
  constructor(
    private readonly options: {
      auth: AuthService;
      discovery: DiscoveryService;
    },
  ) {}

  /** @throws ServiceUnavailableError when the free tier does not answer */
  async listClusters(
    scope: ClusterScope,
    credentials: BackstageCredentials,
  ): Promise<LiveDocument[]> {
    if (scope === 'none') return [];
    const { auth, discovery } = this.options;
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
        owner,
        type: state,
      }));
  }
}
