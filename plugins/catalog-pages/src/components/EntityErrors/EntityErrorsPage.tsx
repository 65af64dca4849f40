import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Container,
  Flex,
  Link,
  PluginHeader,
  Text,
} from '@backstage/ui';
import { ProblemAlert, useCall, useResource } from '@nerds/page-parts';
import type { EntityErrorPage } from '@nerds/plugin-entity-model-common';
import { RiErrorWarningLine } from '@remixicon/react';
import { useCallback } from 'react';
import { listEntityErrors } from '../../api/listEntityErrors';
import { useClientOptions } from '../../hooks/useClientOptions';
import { entityCheckRouteRef } from '../../routes';
import { catalogPagesTranslationRef } from '../../translation';
import { EntityErrorCard } from './EntityErrorCard';
import styles from './EntityErrors.module.css';

const PAGE_SIZE = 20;

function ErrorsList(props: {
  page: EntityErrorPage;
  onMore: (page: EntityErrorPage) => void;
}) {
  const { t } = useTranslationRef(catalogPagesTranslationRef);
  const client = useClientOptions();
  const { page, onMore } = props;
  const { items, nextCursor } = page;
  const more = useCall(async () => {
    const next = await listEntityErrors(client, {
      limit: PAGE_SIZE,
      cursor: nextCursor,
    });
    onMore({ ...next, items: [...items, ...next.items] });
  });
  return (
    <Flex direction="column" gap="4">
      <ul className={styles.list} aria-label={t('errors.list')}>
        {items.map(error => (
          <li key={error.entityRef}>
            <EntityErrorCard error={error} />
          </li>
        ))}
      </ul>
      {more.error && <ProblemAlert error={more.error} />}
      {nextCursor && (
        <div>
          <Button
            variant="secondary"
            isDisabled={more.isRunning}
            onPress={() => void more.run()}
          >
            {t('errors.more')}
          </Button>
        </div>
      )}
    </Flex>
  );
}

function Errors() {
  const { t } = useTranslationRef(catalogPagesTranslationRef);
  const client = useClientOptions();
  const load = useCallback(
    (signal: AbortSignal) =>
      listEntityErrors(client, { limit: PAGE_SIZE }, { signal }),
    [client],
  );
  const { value, error, isLoading, refresh, setValue } = useResource(load);
  if (isLoading) return <Text role="status">{t('errors.loading')}</Text>;
  return (
    <>
      {error && (
        <ProblemAlert error={error} isStale={!!value} onRetry={refresh} />
      )}
      {value?.items.length === 0 && (
        <Alert
          icon
          status="success"
          title={t('errors.none')}
          description={t('errors.noneText')}
        />
      )}
      {value && value.items.length > 0 && (
        <ErrorsList page={value} onMore={setValue} />
      )}
    </>
  );
}

/** What does not come into the catalog, and what to do about it. @internal */
export function EntityErrorsPage() {
  const { t } = useTranslationRef(catalogPagesTranslationRef);
  const toCheck = useRouteRef(entityCheckRouteRef);
  return (
    <>
      <PluginHeader title={t('errors.title')} icon={<RiErrorWarningLine />} />
      <Container py="4">
        <Flex direction="column" gap="4">
          <Text as="p">{t('errors.intro')}</Text>
          {toCheck && <Link href={toCheck()}>{t('errors.check')}</Link>}
          <Errors />
        </Flex>
      </Container>
    </>
  );
}
