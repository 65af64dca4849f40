import type { StockTexts } from './stockTexts';

/**
 * What English readers do not get in plain words either: relations of the catalog,
 * which its diagram shows by the names that programs have for them, and the page of
 * documentation that is not there.
 *
 * @internal
 */
export const englishStockTexts: StockTexts = {
  labels: {},
  titles: {},
  texts: {
    'Looks like someone dropped the mic!': 'Something went wrong',
    'contact support': 'contact the administrators',
    apiConsumedBy: 'used by',
    apiProvidedBy: 'offered by',
    childOf: 'part of',
    consumesApi: 'uses API',
    dependencyOf: 'needed by',
    dependsOn: 'depends on',
    hasMember: 'has member',
    hasPart: 'contains',
    memberOf: 'member of',
    ownedBy: 'owned by',
    ownerOf: 'owner of',
    parentOf: 'above',
    partOf: 'part of',
    providesApi: 'offers API',
  },
  fields: {},
  statuses: {},
  patterns: [],
  sentences: [
    [
      /^ERROR 404: NotFoundError: Page not found\.(?: This could be because there is no (\S+) file in the root of the docs directory of this repository\.)?$/,
      (_, file) =>
        `ERROR 404: there is no such page.${
          file
            ? ` Perhaps there is no ${file} in the directory with documentation of the repository.`
            : ''
        }`,
    ],
  ],
};
