import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SearchResult } from '@nerds/plugin-search-common';
import { Link } from 'react-router-dom';
import { searchTranslationRef } from '../../translation';
import { TextParts } from '../TextParts';
import styles from './SearchPage.module.css';

/** Name in an entity ref: `group:default/burgerzaken` is of `burgerzaken`. */
const toName = (entityRef: string): string =>
  entityRef.slice(entityRef.lastIndexOf('/') + 1).replace(/^\w+:/, '');

/** One thing that was found. @internal */
export function ResultItem({ result }: { result: SearchResult }) {
  const { t } = useTranslationRef(searchTranslationRef);
  const { category, title, excerpt, location } = result;
  const details = [
    result.partOf && t('results.partOf', { name: result.partOf }),
    result.specType,
    result.lifecycle,
    result.owner && t('results.owner', { name: toName(result.owner) }),
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
        <p className={styles.details}>{details.join(' · ')}</p>
      )}
    </li>
  );
}
