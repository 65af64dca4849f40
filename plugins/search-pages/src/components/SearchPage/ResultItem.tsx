import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import type { SearchResult } from '@nerds/plugin-search-common';
import { Fragment } from 'react';
import { Link } from 'react-router-dom';
import { searchTranslationRef } from '../../translation';
import { TextParts } from '../TextParts';
import styles from './SearchPage.module.css';

/** One thing that was found. @internal */
export function ResultItem({ result }: { result: SearchResult }) {
  const { t } = useTranslationRef(searchTranslationRef);
  const { category, title, excerpt, location } = result;
  const details = [
    result.partOf && t('results.partOf', { name: result.partOf }),
    result.specType,
    result.lifecycle,
    result.owner &&
      t('results.owner', {
        // asks the catalog once for all that is on the page
        name: (
          <EntityDisplayName
            entityRef={result.owner}
            defaultKind="group"
            hideIcon
            disableTooltip
          />
        ),
      }),
  ].filter(Boolean);
  return (
    <li className={styles.result}>
      <p className={styles.category}>{t(`category.${category}`)}</p>
      <h2>
        <Link to={location}>
          <TextParts parts={title} />
        </Link>
      </h2>
      {excerpt.length > 0 && (
        <p>
          <TextParts parts={excerpt} />
        </p>
      )}
      {details.length > 0 && (
        <p className={styles.details}>
          {details.map((detail, index) => (
            <Fragment key={index}>
              {index > 0 && ' · '}
              {detail}
            </Fragment>
          ))}
        </p>
      )}
    </li>
  );
}
