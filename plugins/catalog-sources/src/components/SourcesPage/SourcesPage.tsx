import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import {
  Alert,
  Card,
  CardBody,
  Container,
  Flex,
  Link,
  PluginHeader,
  Text,
} from '@backstage/ui';
import { ProblemAlert, useLanguage, useResource } from '@nerds/page-parts';
import type { CatalogSource } from '@nerds/plugin-catalog-sources-common';
import { RiDownloadCloud2Line } from '@remixicon/react';
import { useCallback } from 'react';
import { catalogSourcesApiRef } from '../../api';
import { toRepeatMs } from '../../domain/busy';
import { catalogSourceRouteRef } from '../../routes';
import { catalogSourcesTranslationRef } from '../../translation';
import { RunNowButton } from '../RunNowButton';
import { SourceFacts } from '../SourceFacts';
import styles from './SourcesPage.module.css';

function SourceCard(props: { source: CatalogSource; onRequested: () => void }) {
  const { t } = useTranslationRef(catalogSourcesTranslationRef);
  const language = useLanguage();
  const toSource = useRouteRef(catalogSourceRouteRef);
  const { source, onRequested } = props;
  return (
    <Card>
      <CardBody>
        <Flex direction="column" gap="3">
          <div className={styles.head}>
            <div>
              <h2 className={styles.title}>
                <Link href={toSource?.({ id: source.id }) ?? '#'}>
                  {source.title[language]}
                </Link>
              </h2>
              <Text color="secondary">{t(`kind.${source.kind}`)}</Text>
            </div>
            <RunNowButton source={source} onRequested={onRequested} />
          </div>
          <SourceFacts source={source} />
        </Flex>
      </CardBody>
    </Card>
  );
}

function SourcesList() {
  const { t } = useTranslationRef(catalogSourcesTranslationRef);
  const api = useApi(catalogSourcesApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.listSources({ signal }),
    [api],
  );
  const { value, error, isLoading, refresh } = useResource(load, sources =>
    toRepeatMs(sources.items),
  );
  if (isLoading) return <Text role="status">{t('page.loading')}</Text>;
  return (
    <Flex direction="column" gap="4">
      {error && (
        <ProblemAlert error={error} isStale={!!value} onRetry={refresh} />
      )}
      {value && !value.isComplete && (
        <Alert
          role="alert"
          icon
          status="warning"
          title={t('page.incomplete')}
          description={t('page.incompleteText')}
        />
      )}
      {value?.items.length === 0 && value.isComplete && (
        <Alert
          icon
          status="info"
          title={t('page.empty')}
          description={t('page.emptyHow')}
        />
      )}
      {value && value.items.length > 0 && (
        <ul className={styles.list} aria-label={t('list.label')}>
          {value.items.map(source => (
            <li key={source.id}>
              <SourceCard source={source} onRequested={refresh} />
            </li>
          ))}
        </ul>
      )}
    </Flex>
  );
}

/** Every source, with how fresh it is. @internal */
export function SourcesPage() {
  const { t } = useTranslationRef(catalogSourcesTranslationRef);
  return (
    <>
      <PluginHeader title={t('page.title')} icon={<RiDownloadCloud2Line />} />
      <Container py="4">
        <Flex direction="column" gap="4">
          <Text as="p">{t('page.intro')}</Text>
          <SourcesList />
        </Flex>
      </Container>
    </>
  );
}
