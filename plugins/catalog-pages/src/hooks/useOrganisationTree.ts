import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useResource, type Resource } from '@nerds/page-parts';
import { useCallback } from 'react';
import type { OrganisationTree } from '../domain/OrganisationTree';
import { getCatalogLoaders } from './catalogLoaders';

/** The groups of the catalog and which organisation each belongs to. @internal */
export function useOrganisationTree(): Resource<OrganisationTree> {
  const catalogApi = useApi(catalogApiRef);
  const load = useCallback(
    () => getCatalogLoaders(catalogApi).organisations.load('all'),
    [catalogApi],
  );
  return useResource(load);
}
