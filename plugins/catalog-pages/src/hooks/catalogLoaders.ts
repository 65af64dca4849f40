import type { CatalogApi } from '@backstage/catalog-client';
import DataLoader from 'dataloader';
import { OrganisationTree } from '../domain/OrganisationTree';

/** How often each value of a field is there. @internal */
export type FacetCounts = Map<string, number>;

/** A field of the entities of one kind, or of all. */
interface FacetKey {
  kind: string | undefined;
  path: string;
}

/**
 * Asks the catalog once for what the facets of a page need at the same moment.
 *
 * @remarks
 * The catalog selects the entities that somebody may see before it counts the
 * values of a field, and that takes most of the time: the values of four fields
 * cost hardly more than those of one. Nothing is kept.
 *
 * @internal
 */
export interface CatalogLoaders {
  facets: DataLoader<FacetKey, FacetCounts>;
  organisations: DataLoader<'all', OrganisationTree>;
}

const loaders = new WeakMap<CatalogApi, CatalogLoaders>();

/** The same for all that use the same API, or they could not ask together. @internal */
export function getCatalogLoaders(catalogApi: CatalogApi): CatalogLoaders {
  let found = loaders.get(catalogApi);
  if (!found) {
    found = {
      facets: new DataLoader(keys => loadFacets(catalogApi, keys), {
        cache: false,
      }),
      organisations: new DataLoader(keys => loadTree(catalogApi, keys), {
        cache: false,
      }),
    };
    loaders.set(catalogApi, found);
  }
  return found;
}

async function loadFacets(
  catalogApi: CatalogApi,
  keys: readonly FacetKey[],
): Promise<FacetCounts[]> {
  const kinds = [...new Set(keys.map(({ kind }) => kind))];
  const answers = await Promise.all(
    kinds.map(async kind => {
      const paths = keys.filter(key => key.kind === kind).map(it => it.path);
      const { facets } = await catalogApi.getEntityFacets({
        facets: [...new Set(paths)],
        filter: kind ? { kind } : {},
      });
      return [kind, facets] as const;
    }),
  );
  const facetsOf = new Map(answers);
  return keys.map(
    ({ kind, path }) =>
      new Map(
        (facetsOf.get(kind)?.[path] ?? []).map(({ value, count }) => [
          value,
          count,
        ]),
      ),
  );
}

async function loadTree(
  catalogApi: CatalogApi,
  keys: readonly 'all'[],
): Promise<OrganisationTree[]> {
  const { items } = await catalogApi.getEntities({
    filter: { kind: 'Group' },
    fields: [
      'kind',
      'metadata.name',
      'metadata.namespace',
      'metadata.title',
      'relations',
      'spec.type',
      'spec.profile',
    ],
  });
  const tree = new OrganisationTree(items);
  return keys.map(() => tree);
}
