import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  SEARCH_CATEGORIES,
  type SearchFacet,
} from '@nerds/plugin-search-common';
import { Link } from 'react-router-dom';
import type { SearchQuery } from '../../api';
import { searchTranslationRef } from '../../translation';
import { toSearchPath } from '../../useSearchQuery';
import styles from './SearchPage.module.css';

/** How much there is of each kind, as links to only those. @internal */
export function Facets(props: { query: SearchQuery; facets: SearchFacet[] }) {
  const { query, facets } = props;
  const { t } = useTranslationRef(searchTranslationRef);
  const counts = new Map(
    facets.map(({ category, count }) => [category, count]),
  );
  const total = facets.reduce((sum, { count }) => sum + count, 0);
  const choices = [
    { category: undefined, name: t('facets.all'), count: total },
    ...SEARCH_CATEGORIES.filter(
      category => counts.has(category) || category === query.category,
    ).map(category => ({
      category,
      name: t(`categories.${category}`),
      count: counts.get(category) ?? 0,
    })),
  ];
  return (
    <nav aria-label={t('facets.label')}>
      <ul className={styles.facets}>
        {choices.map(({ category, name, count }) => (
          <li key={category ?? ''}>
            <Link
              to={toSearchPath({ query: query.query, category })}
              aria-current={category === query.category ? 'true' : undefined}
            >
              {t('facets.item', { name, number: `${count}` })}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
