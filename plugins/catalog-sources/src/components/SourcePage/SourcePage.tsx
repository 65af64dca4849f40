import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  Card,
  CardBody,
  Container,
  Flex,
  Link,
  PluginHeader,
  Text,
} from '@backstage/ui';
import { ProblemAlert, useLanguage, useResource } from '@nerds/page-parts';
import {
  catalogSourceRunReadPermission,
  type CatalogSource,
} from '@nerds/plugin-catalog-sources-common';
import { RiDownloadCloud2Line } from '@remixicon/react';
import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import { catalogSourcesApiRef } from '../../api';
import { toRepeatMs } from '../../domain/busy';
import { catalogSourcesRouteRef } from '../../routes';
import { catalogSourcesTranslationRef } from '../../translation';
import { RunNowButton } from '../RunNowButton';
import { RunFacts, SourceFacts } from '../SourceFacts';
import { ItemErrors } from './ItemErrors';
import styles from './SourcePage.module.css';

function RunsList({ source }: { source: CatalogSource }) {
  const { t } = useTranslationRef(catalogSourcesTranslationRef);
  const language = useLanguage();
  const api = useApi(catalogSourcesApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.listRuns(source.id, { signal }),
    [api, source.id],
  );
  const { value, error, refresh } = useResource(load);
  return (
    <section aria-labelledby="runs">
      <h2 id="runs">{t('runs.title')}</h2>
      {error && (
        <ProblemAlert error={error} isStale={!!value} onRetry={refresh} />
      )}
      {value?.length === 0 && <Text as="p">{t('runs.none')}</Text>}
      <ul className={styles.list}>
        {value?.map(run => (
          <li key={run.id}>
            <Card>
              <CardBody>
                <Flex direction="column" gap="3">
                  <RunFacts run={run} />
                  {run.error && <Text as="p">{run.error[language]}</Text>}
                  {run.itemErrorCount > 0 && <ItemErrors run={run} />}
                </Flex>
              </CardBody>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SourceDetails(props: {
  source: CatalogSource;
  onRequested: () => void;
}) {
  const language = useLanguage();
  const { source, onRequested } = props;
  const { allowed } = usePermission({
    permission: catalogSourceRunReadPermission,
  });
  return (
    <>
      <Card>
        <CardBody>
          <Flex direction="column" gap="3">
            <SourceFacts source={source} />
            {source.error && <Text as="p">{source.error[language]}</Text>}
            <RunNowButton source={source} onRequested={onRequested} />
          </Flex>
        </CardBody>
      </Card>
      {allowed && (
        // a run that has ended belongs in the list
        <RunsList key={`${source.state} ${source.endedAt}`} source={source} />
      )}
    </>
  );
}

/** One source, with its runs for who may see them. @internal */
export function SourcePage() {
  const { t } = useTranslationRef(catalogSourcesTranslationRef);
  const language = useLanguage();
  const { id = '' } = useParams();
  const api = useApi(catalogSourcesApiRef);
  const toSources = useRouteRef(catalogSourcesRouteRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getSource(id, { signal }),
    [api, id],
  );
  const { value, error, isLoading, refresh } = useResource(load, source =>
    toRepeatMs([source]),
  );
  return (
    <>
      <PluginHeader
        title={value?.title[language] ?? t('page.title')}
        icon={<RiDownloadCloud2Line />}
      />
      <Container py="4">
        <Flex direction="column" gap="4">
          <Link href={toSources?.() ?? '#'}>{t('page.back')}</Link>
          {isLoading && <Text role="status">{t('page.loading')}</Text>}
          {error && (
            <ProblemAlert
              error={error}
              isStale={!!value}
              onRetry={refresh}
              notFound={{ title: t('page.notFound') }}
            />
          )}
          {value && <SourceDetails source={value} onRequested={refresh} />}
        </Flex>
      </Container>
    </>
  );
}
