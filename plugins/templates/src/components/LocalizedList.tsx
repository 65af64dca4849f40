import type { QueryEntitiesInitialRequest } from '@backstage/catalog-client';
import { ApiProvider } from '@backstage/core-app-api';
import { useApi, type ApiRef } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  EntityTextFilter,
  type CatalogApi,
} from '@backstage/plugin-catalog-react';
import { useLanguage, type Language } from '@nerds/page-parts';
import { useMemo, type ReactNode } from 'react';
import { toListedTemplate } from '../domain/toListedTemplate';

/** The catalog, with its templates in the language of the person. */
function localize(catalogApi: CatalogApi, language: Language): CatalogApi {
  const getEntities: CatalogApi['getEntities'] = async (request, options) => {
    const { items } = await catalogApi.getEntities(request, options);
    return { items: items.map(item => toListedTemplate(item, language)) };
  };
  // the counts beside the list have to be of what the list finds
  const queryEntities: CatalogApi['queryEntities'] = async (
    request,
    options,
  ) => {
    const { filter, fullTextFilter, limit } = (request ??
      {}) as QueryEntitiesInitialRequest;
    if (!fullTextFilter?.term)
      return catalogApi.queryEntities(request, options);
    const { items } = await getEntities({ filter }, options);
    const text = new EntityTextFilter(fullTextFilter.term);
    const found = items.filter(item => text.filterEntity(item));
    return {
      items: found.slice(0, limit),
      totalItems: found.length,
      pageInfo: {},
    };
  };
  const localized: Partial<CatalogApi> = { getEntities, queryEntities };
  return new Proxy(catalogApi, {
    get(target, property) {
      if (Object.hasOwn(localized, property)) {
        return Reflect.get(localized, property);
      }
      const value = Reflect.get(target, property);
      // a client may have private fields, which are not those of the proxy
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/**
 * Lets Backstage's list of templates be searched in the language in which it is
 * shown.
 *
 * @internal
 */
export function LocalizedList({ list }: { list: ReactNode }) {
  const catalogApi = useApi(catalogApiRef);
  const language = useLanguage();
  const apis = useMemo(() => {
    const localized = localize(catalogApi, language);
    return {
      get: <T,>({ id }: ApiRef<T>) =>
        id === catalogApiRef.id ? (localized as T) : undefined,
    };
  }, [catalogApi, language]);
  return (
    // the list asks the catalog once
    <ApiProvider key={language} apis={apis}>
      {list}
    </ApiProvider>
  );
}
