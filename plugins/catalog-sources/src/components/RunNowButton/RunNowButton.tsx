import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Flex, Text } from '@backstage/ui';
import { ProblemAlert, useCall, useLanguage } from '@nerds/page-parts';
import {
  catalogSourceRunCreatePermission,
  type CatalogSource,
} from '@nerds/plugin-catalog-sources-common';
import { useState } from 'react';
import { catalogSourcesApiRef } from '../../api';
import { catalogSourcesTranslationRef } from '../../translation';

/** Has a source run now; only for who may. @internal */
export function RunNowButton(props: {
  source: CatalogSource;
  onRequested: () => void;
}) {
  const { t } = useTranslationRef(catalogSourcesTranslationRef);
  const api = useApi(catalogSourcesApiRef);
  const language = useLanguage();
  const { source, onRequested } = props;
  const [isRequested, setIsRequested] = useState(false);
  const { allowed } = usePermission({
    permission: catalogSourceRunCreatePermission,
  });
  const { run, isRunning, error } = useCall(async () => {
    await api.requestRun(source.id);
    setIsRequested(true);
    onRequested();
  });
  if (!allowed) return null;
  return (
    <Flex direction="column" gap="2">
      <div>
        <Button
          size="small"
          variant="secondary"
          isDisabled={isRunning || source.state === 'running'}
          aria-label={t('runNow.label', { title: source.title[language] })}
          onPress={() => void run()}
        >
          {t('runNow.button')}
        </Button>
      </div>
      <div role="status">
        {(isRequested || source.requestedAt) && (
          <Text as="p">{t('runNow.requested')}</Text>
        )}
      </div>
      {error && <ProblemAlert error={error} />}
    </Flex>
  );
}
