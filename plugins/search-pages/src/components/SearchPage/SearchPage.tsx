import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, Flex, PluginHeader } from '@backstage/ui';
import { ProblemAlert, useResource } from '@nerds/page-parts';
import { RiSearchLine } from '@remixicon/react';
import { useCallback } from 'react';
import { Helmet } from 'react-helmet';
import { portalSearchApiRef, type SearchQuery } from '../../api';
import { searchTranslationRef } from '../../translation';
import { useSearchQuery } from '../../useSearchQuery';
import { SearchForm } from '../SearchBox';
import { Results } from './Results';
import styles from './SearchPage.module.css';
import { ZeroResults } from './ZeroResults';

function Start() {
  const { t } = useTranslationRef(searchTranslationRef);
  return (
    <section className={styles.start}>
      <h2>{t('start.title')}</h2>
      <p>{t('start.text')}</p>
    </section>
  );
}

function Found({ query }: { query: SearchQuery }) {
  const { t } = useTranslationRef(searchTranslationRef);
  const searchApi = useApi(portalSearchApiRef);
  const load = useCallback(
    async (signal: AbortSignal) => ({
      query,
      answer: await searchApi.search(query, { signal }),
    }),
    [searchApi, query],
  );
  const { value, error, isLoading, refresh } = useResource(load);
  // the answer to another question is no answer to this one
  const answer = value?.query.query === query.query ? value.answer : undefined;
  if (error) return <ProblemAlert error={error} onRetry={refresh} />;
  return (
    <div aria-busy={isLoading}>
      {answer ? (
        <Results query={value!.query} answer={answer} />
      ) : (
        <p role="status">{t('results.loading')}</p>
      )}
    </div>
  );
}

/** The search page; what was asked for is in the address. @internal */
export function SearchPage() {
  const { t } = useTranslationRef(searchTranslationRef);
  const query = useSearchQuery();
  return (
    <>
      {query.query && (
        <Helmet title={t('page.titleOf', { query: query.query })} />
      )}
      <PluginHeader title={t('page.title')} icon={<RiSearchLine />} />
      <Container py="4">
        <Flex direction="column" gap="4">
          <SearchForm query={query.query} />
          {query.query ? <Found query={query} /> : <Start />}
          <ZeroResults />
        </Flex>
      </Container>
    </>
  );
}
