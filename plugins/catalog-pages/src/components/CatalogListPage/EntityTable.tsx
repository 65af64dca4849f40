import { FavoriteToggleIcon } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CatalogTable } from '@backstage/plugin-catalog';
import { catalogTranslationRef } from '@backstage/plugin-catalog/alpha';
import {
  useEntityList,
  useStarredEntities,
} from '@backstage/plugin-catalog-react';
import type { ComponentProps } from 'react';
import { useMemo } from 'react';
import { useMediaQuery } from '../../hooks/useMediaQuery';
import { buildColumns } from './buildColumns';

type Actions = NonNullable<ComponentProps<typeof CatalogTable>['actions']>;

/** Below it the facets stand above the list; the border of the portal's layout. */
const WIDE = '(min-width: 960px)';

/** The list of the catalog, no wider than the page. @internal */
export function EntityTable() {
  const { t } = useTranslationRef(catalogTranslationRef);
  const { entities, filters } = useEntityList();
  const { isStarredEntity, toggleStarredEntity } = useStarredEntities();
  const isNarrow = !useMediaQuery(WIDE);
  const kind = (entities[0]?.kind ?? filters.kind?.value ?? '').toLowerCase();
  const columns = useMemo(() => buildColumns(kind, isNarrow), [kind, isNarrow]);
  const actions: Actions = [
    ({ entity }) => {
      const isFavorite = isStarredEntity(entity);
      return {
        icon: () => <FavoriteToggleIcon isFavorite={isFavorite} />,
        tooltip: isFavorite
          ? t('catalogTable.unStarActionTitle')
          : t('catalogTable.starActionTitle'),
        onClick: () => toggleStarredEntity(entity),
      };
    },
  ];
  return <CatalogTable columns={columns} actions={actions} />;
}
