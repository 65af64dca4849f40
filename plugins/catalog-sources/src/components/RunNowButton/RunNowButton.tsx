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
import { isBusy } from '../../domain/busy';
import { catalogSourcesTranslationRef } from '../../translation';

/**
 * What a person who asked for a run has to know of it; a screen reader says it
 * when it changes.
 *
 * @param asked - the run there was when the person asked; undefined when nobody did
 */
function useCourse(
  source: CatalogSource,
  asked: { startedAt?: string } | undefined,
): string | undefined {
  const { t } = useTranslationRef(catalogSourcesTranslationRef);
  const { state, startedAt } = source;
  if (!asked) return source.requestedAt && t('runNow.requested');
  if (state === 'running') return t('runNow.running');
  return isBusy(source) || startedAt === asked.startedAt
    ? t('runNow.requested')
    : t('runNow.ended', { state: t(`state.${state}`) });
}

/** Has a source run now; only for who may. @internal */
export function RunNowButton(props: {
  source: CatalogSource;
  onRequested: () => void;
}) {
  const { t } = useTranslationRef(catalogSourcesTranslationRef);
  const api = useApi(catalogSourcesApiRef);
  const language = useLanguage();
  const { source, onRequested } = props;
  const [asked, setAsked] = useState<{ startedAt?: string }>();
  const course = useCourse(source, asked);
  const { allowed } = usePermission({
    permission: catalogSourceRunCreatePermission,
  });
  const { run, isRunning, error } = useCall(async () => {
    await api.requestRun(source.id);
    setAsked({ startedAt: source.startedAt });
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
      <div role="status">{course && <Text as="p">{course}</Text>}</div>
      {error && <ProblemAlert error={error} />}
    </Flex>
  );
}
