import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useResource, type Resource } from '@nerds/page-parts';
import { useCallback } from 'react';
import { OrganisationTree } from '../domain/OrganisationTree';

/** The groups of the catalog and which organisation each belongs to. @internal */
export function useOrganisationTree(): Resource<OrganisationTree> {
  const catalogApi = useApi(catalogApiRef);
  const load = useCallback(async () => {
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
    return new OrganisationTree(items);
  }, [catalogApi]);
  return useResource(load);
}
