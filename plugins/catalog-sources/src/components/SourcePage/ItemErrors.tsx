import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Link, Text } from '@backstage/ui';
import {
  ProblemAlert,
  readCatalogMessage,
  useCall,
  useLanguage,
} from '@nerds/page-parts';
import type {
  ItemError,
  SourceRun,
} from '@nerds/plugin-catalog-sources-common';
import { useState } from 'react';
import { catalogSourcesApiRef } from '../../api';
import { catalogSourcesTranslationRef } from '../../translation';
import styles from './SourcePage.module.css';

function ErrorItem({ error }: { error: ItemError }) {
  const { t } = useTranslationRef(catalogSourcesTranslationRef);
  const language = useLanguage();
  const { itemId, itemUrl, field, message } = error;
  return (
    <li>
      <Text weight="bold">
        {itemUrl ? <Link href={itemUrl}>{itemId}</Link> : itemId}
      </Text>
      <Text as="p" className={styles.message}>
        {readCatalogMessage(message[language], language)}
      </Text>
      {field && <Text color="secondary">{t('errors.field', { field })}</Text>}
    </li>
  );
}

/** What was wrong with which item of a run, loaded when asked for. @internal */
export function ItemErrors({ run }: { run: SourceRun }) {
  const { t } = useTranslationRef(catalogSourcesTranslationRef);
  const api = useApi(catalogSourcesApiRef);
  const [errors, setErrors] = useState<ItemError[]>();
  const [cursor, setCursor] = useState<string>();
  const more = useCall(async () => {
    const page = await api.getRun(run.id, cursor);
    setErrors(known => [...(known ?? []), ...page.itemErrors]);
    setCursor(page.nextCursor);
  });
  const count = run.itemErrorCount;
  const isAll = errors !== undefined && !cursor;
  return (
    <Flex direction="column" gap="3">
      {errors && (
        <ul className={styles.list} aria-label={t('errors.title')}>
          {errors.map((error, index) => (
            <ErrorItem key={index} error={error} />
          ))}
        </ul>
      )}
      {isAll && errors.length < count && (
        <Text as="p">
          {t('errors.kept', { count, kept: errors.length } as never)}
        </Text>
      )}
      {more.error && <ProblemAlert error={more.error} />}
      {!isAll && (
        <div>
          <Button
            size="small"
            variant="secondary"
            isDisabled={more.isRunning}
            onPress={() => void more.run()}
          >
            {errors ? t('errors.more') : t('errors.show', { count } as never)}
          </Button>
        </div>
      )}
    </Flex>
  );
}
