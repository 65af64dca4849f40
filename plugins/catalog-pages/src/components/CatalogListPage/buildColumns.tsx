import type { TableColumn } from '@backstage/core-components';
import { CatalogTable, type CatalogTableRow } from '@backstage/plugin-catalog';
import { EntityTableColumnTitle } from '@backstage/plugin-catalog-react/alpha';
import { EntityCell } from './EntityCell';

const { columns: COLUMNS } = CatalogTable;

function buildNameColumn(withDetails: boolean): TableColumn<CatalogTableRow> {
  return {
    title: <EntityTableColumnTitle translationKey="name" />,
    field: 'resolved.entityRef',
    highlight: true,
    // the text under the name needs room, the other columns hold single words
    ...(!withDetails && { width: '45%' }),
    customSort: (a, b) => a.resolved.name.localeCompare(b.resolved.name, 'nl'),
    render: ({ entity }) => (
      <EntityCell entity={entity} withDetails={withDetails} />
    ),
  };
}

function buildKindColumns(kind: string): TableColumn<CatalogTableRow>[] {
  switch (kind) {
    case 'user':
      return [];
    case 'domain':
    case 'system':
      return [COLUMNS.createOwnerColumn()];
    case 'group':
      return [COLUMNS.createSpecTypeColumn()];
    case 'location':
      return [
        COLUMNS.createSpecTypeColumn(),
        COLUMNS.createSpecTargetsColumn(),
      ];
    case 'template':
      return [COLUMNS.createOwnerColumn(), COLUMNS.createSpecTypeColumn()];
    default:
      return [
        COLUMNS.createOwnerColumn(),
        COLUMNS.createSpecTypeColumn(),
        COLUMNS.createSpecLifecycleColumn(),
      ];
  }
}

/**
 * The columns of the list: as many as fit beside the facets. What an entity is
 * for stands under its name, where it can be read in full.
 *
 * @param kind - in lower case
 * @param isNarrow - everything in one column
 * @internal
 */
export function buildColumns(
  kind: string,
  isNarrow: boolean,
): TableColumn<CatalogTableRow>[] {
  return [
    COLUMNS.createTitleColumn({ hidden: true }),
    buildNameColumn(isNarrow),
    ...(isNarrow ? [] : buildKindColumns(kind)),
  ];
}
