import {
  PortalHttpClient,
  type ClientOptions,
  type RequestOptions,
} from '@nerds/page-parts';
import type { EntityErrorPage } from '@nerds/plugin-entity-model-common';

/**
 * What does not come into the catalog, of what the person may see.
 *
 * @param page - `cursor`: `nextCursor` of the page before it
 * @throws PortalApiError when the answer is not a success
 * @internal
 */
export async function listEntityErrors(
  client: ClientOptions,
  page: { limit: number; cursor?: string },
  options?: RequestOptions,
): Promise<EntityErrorPage> {
  const { limit, cursor } = page;
  const query = new URLSearchParams({
    limit: String(limit),
    ...(cursor && { cursor }),
  });
  return new PortalHttpClient('catalog', client).request<EntityErrorPage>(
    `/entity-errors?${query}`,
    options,
  );
}
