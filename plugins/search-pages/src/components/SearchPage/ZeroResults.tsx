import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { ProblemAlert, useResource } from '@nerds/page-parts';
import {
  searchZeroResultReadPermission,
  type ZeroResult,
} from '@nerds/plugin-search-common';
import { useCallback } from 'react';
import { portalSearchApiRef } from '../../api';
import { searchTranslationRef } from '../../translation';
import styles from './SearchPage.module.css';

function Queries({ items }: { items: ZeroResult[] }) {
  const { t } = useTranslationRef(searchTranslationRef);
  if (items.length === 0) return <p>{t('vain.none')}</p>;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('vain.query')}</th>
          <th scope="col">{t('vain.count')}</th>
          <th scope="col">{t('vain.last')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ query, count, lastOn }) => (
          <tr key={query}>
            <td>{query}</td>
            <td>{count}</td>
            <td>{lastOn}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Vain() {
  const { t } = useTranslationRef(searchTranslationRef);
  const searchApi = useApi(portalSearchApiRef);
  const load = useCallback(
    (signal: AbortSignal) => searchApi.listZeroResults({ signal }),
    [searchApi],
  );
  const { value, error, refresh } = useResource(load);
  return (
    <details className={styles.vain}>
      <summary>{t('vain.title')}</summary>
      <p>{t('vain.text')}</p>
      {error && <ProblemAlert error={error} onRetry={refresh} />}
      {value && <Queries items={value} />}
    </details>
  );
}

/** What was searched for in vain, for who may see it. @internal */
export function ZeroResults() {
  const { loading, allowed } = usePermission({
    permission: searchZeroResultReadPermission,
  });
  return loading || !allowed ? null : <Vain />;
}
