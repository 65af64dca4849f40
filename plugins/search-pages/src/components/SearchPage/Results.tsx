import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SearchAnswer } from '@nerds/plugin-search-common';
import { Link } from 'react-router-dom';
import type { SearchQuery } from '../../api';
import { searchTranslationRef } from '../../translation';
import { toSearchPath } from '../../useSearchQuery';
import { Facets } from './Facets';
import { ResultItem } from './ResultItem';
import styles from './SearchPage.module.css';

/** Everything that was found, with how many, or what to do when it is nothing. @internal */
export function Results(props: { query: SearchQuery; answer: SearchAnswer }) {
  const { query, answer } = props;
  const { t } = useTranslationRef(searchTranslationRef);
  const { total, items, facets, unavailable } = answer;
  return (
    <>
      <p role="status" className={styles.count}>
        {total === 0
          ? t('results.none', { query: query.query })
          : t('results.count', { count: total, query: query.query })}
      </p>
      {unavailable.length > 0 && <p>{t('results.unavailable')}</p>}
      {facets.length > 0 && <Facets query={query} facets={facets} />}
      {total === 0 ? (
        <NothingFound query={query} isElsewhere={facets.length > 0} />
      ) : (
        <ol aria-label={t('results.label')} className={styles.results}>
          {items.map(item => (
            <ResultItem
              key={`${item.location} ${item.category}`}
              result={item}
            />
          ))}
        </ol>
      )}
      <Paging query={query} answer={answer} />
    </>
  );
}

function NothingFound(props: { query: SearchQuery; isElsewhere: boolean }) {
  const { query, isElsewhere } = props;
  const { t } = useTranslationRef(searchTranslationRef);
  return (
    <section className={styles.nothing}>
      <h2>{t('none.title')}</h2>
      <ul>
        {isElsewhere && (
          <li>
            <Link to={toSearchPath({ query: query.query })}>
              {t('none.broaden', { query: query.query })}
            </Link>
          </li>
        )}
        <li>{t('none.fewer')}</li>
        <li>{t('none.spelling')}</li>
        <li>{t('none.set-apart')}</li>
        <li>
          <Link to="/catalog">{t('none.catalog')}</Link>
        </li>
        <li>
          <Link to="/docs">{t('none.docs')}</Link>
        </li>
        <li>
          <Link to="/create">{t('none.create')}</Link>
        </li>
      </ul>
    </section>
  );
}

function Paging(props: { query: SearchQuery; answer: SearchAnswer }) {
  const { query, answer } = props;
  const { t } = useTranslationRef(searchTranslationRef);
  const { page, pageSize, total } = answer;
  const pages = Math.ceil(total / pageSize);
  if (pages <= 1) return null;
  return (
    <nav aria-label={t('paging.label')} className={styles.paging}>
      {page > 1 && (
        <Link to={toSearchPath({ ...query, page: page - 1 })} rel="prev">
          {t('paging.previous')}
        </Link>
      )}
      <span>
        {t('paging.position', { page: `${page}`, pages: `${pages}` })}
      </span>
      {page < pages && (
        <Link to={toSearchPath({ ...query, page: page + 1 })} rel="next">
          {t('paging.next')}
        </Link>
      )}
    </nav>
  );
}
