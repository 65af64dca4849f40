import type { CatalogScmEvent } from '@backstage/plugin-catalog-node/alpha';

/**
 * What a push means for the catalog: everything that was read from the
 * repository has to be read again.
 *
 * @remarks
 * Not file by file: a webhook names the files of its last few commits only, and
 * an entity may be made from more than one, such as its OpenAPI document.
 *
 * @returns nothing when the payload names no repository
 * @internal
 */
export function toScmEvents(payload: unknown): CatalogScmEvent[] {
  const { repository, after } = (payload ?? {}) as {
    repository?: { html_url?: unknown };
    after?: unknown;
  };
  const url = repository?.html_url;
  if (typeof url !== 'string' || !/^https?:\/\/[^?#]+$/.test(url)) return [];
  const commit = typeof after === 'string' && /^[0-9a-f]{40,64}$/.test(after);
  return [
    {
      type: 'repository.updated',
      url,
      ...(commit && { context: { commitUrl: `${url}/commit/${after}` } }),
    },
  ];
}
