import type { CatalogApi } from '@backstage/plugin-catalog-react';

/** Kinds that a template makes: their names and those of their repositories are the same. */
const PROJECT_KINDS = ['component', 'api', 'resource', 'system'];

/**
 * Asks the catalog whether there is something with this name already.
 *
 * @remarks
 * A person is not told of what the person may not see. The repository is asked for
 * its name when it is made.
 *
 * @internal
 */
export async function isNameTaken(
  catalogApi: CatalogApi,
  name: string,
): Promise<boolean> {
  const { items } = await catalogApi.queryEntities({
    filter: {
      'metadata.namespace': 'default',
      'metadata.name': name,
      kind: PROJECT_KINDS,
    },
    fields: ['metadata.name'],
    limit: 1,
  });
  return items.length > 0;
}
