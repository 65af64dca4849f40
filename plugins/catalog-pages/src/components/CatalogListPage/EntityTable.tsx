import { FavoriteToggleIcon } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CatalogTable } from '@backstage/plugin-catalog';
import { catalogTranslationRef } from '@backstage/plugin-catalog/alpha';
import {
  useEntityList,
  useStarredEntities,
} from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';
import type { ComponentProps } from 'react';
import { useMemo } from 'react';
import { useMediaQuery } from '../../hooks/useMediaQuery';
import { catalogPagesTranslationRef } from '../../translation';
import { buildColumns } from './buildColumns';
import styles from './EntityTable.module.css';

type Actions = NonNullable<ComponentProps<typeof CatalogTable>['actions']>;

/** Below it the facets stand above the list; the border of the portal's layout. */
const WIDE = '(min-width: 960px)';

/** What one can do when nothing has all that was chosen. */
function NothingFound() {
  const { t } = useTranslationRef(catalogPagesTranslationRef);
  return (
    <div className={styles.nothing}>
      <Text as="p">{t('list.nothing')}</Text>
      <Link href="/search">{t('list.search')}</Link>
    </div>
  );
}

// one and the same: with another one the table makes all its rows anew
const NOTHING_FOUND = <NothingFound />;

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
  return (
    <CatalogTable
      columns={columns}
      actions={actions}
      emptyContent={NOTHING_FOUND}
    />
  );
}
