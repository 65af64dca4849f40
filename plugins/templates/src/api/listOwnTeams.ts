import { parseEntityRef } from '@backstage/catalog-model';
import type { IdentityApi } from '@backstage/frontend-plugin-api';
import type { CatalogApi } from '@backstage/plugin-catalog-react';

/** A team that the person is in. @internal */
export interface OwnTeam {
  /** Entity ref. */
  ref: string;
  title: string;
}

/**
 * The groups of the person's session, with the titles that the catalog has.
 *
 * @remarks
 * The session decides: what the catalog does not know (yet) is called by its name,
 * and so is everything when the catalog is away.
 *
 * @internal
 */
export async function listOwnTeams(apis: {
  identityApi: IdentityApi;
  catalogApi: CatalogApi;
}): Promise<OwnTeam[]> {
  const { ownershipEntityRefs } = await apis.identityApi.getBackstageIdentity();
  const refs = ownershipEntityRefs.filter(
    ref => parseEntityRef(ref).kind === 'group',
  );
  if (refs.length === 0) return [];
  const { items } = await apis.catalogApi
    .getEntitiesByRefs({
      entityRefs: refs,
      fields: ['metadata.title', 'spec.profile'],
    })
    .catch(() => ({ items: refs.map(() => undefined) }));
  return refs
    .map((ref, index) => {
      const team = items[index];
      const profile = team?.spec?.profile as
        | { displayName?: string }
        | undefined;
      const title =
        profile?.displayName ??
        team?.metadata.title ??
        parseEntityRef(ref).name;
      return { ref, title };
    })
    .sort((a, b) => a.title.localeCompare(b.title, 'nl'));
}
