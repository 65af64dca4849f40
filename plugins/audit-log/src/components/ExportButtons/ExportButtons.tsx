import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import { useCall } from '@nerds/page-parts';
import { RiDownloadLine } from '@remixicon/react';
import { useState } from 'react';
import { auditLogApiRef, type AuditExportFormat } from '../../api';
import { saveFile } from '../../browser/saveFile';
import { toQuery, type EventFilters } from '../../domain/filters';
import { auditLogTranslationRef } from '../../translation';
import { ProblemAlert } from '../ProblemAlert';

/** Names a file after the moment it was made: two exports never take each other's place. */
function toFileName(format: AuditExportFormat, now: Date): string {
  const moment = now.toISOString().slice(0, 19).replaceAll(':', '');
  return `audit-log-${moment}Z.${format}`;
}

/**
 * Saves everything that the filters let through, not just what is on the page.
 *
 * @remarks
 * Fetched and then saved: a link would need the token in its address.
 * @internal
 */
export function ExportButtons(props: { filters: EventFilters }) {
  const { t } = useTranslationRef(auditLogTranslationRef);
  const api = useApi(auditLogApiRef);
  const [savedName, setSavedName] = useState<string>();
  const { run, isRunning, error } = useCall(
    async (format: AuditExportFormat) => {
      setSavedName(undefined);
      const now = new Date();
      const content = await api.exportEvents(
        toQuery(props.filters, now),
        format,
      );
      const name = toFileName(format, now);
      saveFile(name, content);
      setSavedName(name);
    },
  );
  const toStatus = () => {
    if (isRunning) return t('export.busy');
    return savedName && t('export.done', { file: savedName });
  };
  return (
    <Flex direction="column" gap="2">
      <Flex gap="2" style={{ flexWrap: 'wrap' }}>
        {(['csv', 'jsonl'] as const).map(format => (
          <Button
            key={format}
            variant="secondary"
            iconStart={<RiDownloadLine aria-hidden="true" />}
            isDisabled={isRunning}
            onPress={() => void run(format)}
          >
            {t(`export.${format}`)}
          </Button>
        ))}
      </Flex>
      <Text as="span" variant="body-small" role="status">
        {toStatus()}
      </Text>
      {error && <ProblemAlert error={error} />}
    </Flex>
  );
}
