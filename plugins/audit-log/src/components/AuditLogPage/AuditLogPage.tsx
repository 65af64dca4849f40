import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Container, Flex, PluginHeader, Text } from '@backstage/ui';
import { auditLogEventReadPermission } from '@nerds/plugin-audit-log-common';
import { RiFileList3Line } from '@remixicon/react';
import { useFilters } from '../../hooks/useFilters';
import { auditLogTranslationRef } from '../../translation';
import { ChainCheck } from '../ChainCheck';
import { EventFilters } from '../EventFilters';
import { ExportButtons } from '../ExportButtons';
import styles from './AuditLogPage.module.css';
import { EventsList } from './EventsList';

/** Stands for every event: a condition lets nobody read it, only a role that reads all. */
const EVERY_EVENT_REF = '*';

/** Says how far the person sees. */
function Scope() {
  const { t } = useTranslationRef(auditLogTranslationRef);
  const readAll = usePermission({
    permission: auditLogEventReadPermission,
    resourceRef: EVERY_EVENT_REF,
  });
  if (readAll.loading) return null;
  return (
    <Text as="p" className={styles.intro}>
      {readAll.allowed ? t('page.fullScope') : t('page.ownScope')}
    </Text>
  );
}

/** The page of the audit log; its filters are in the address. @internal */
export function AuditLogPage() {
  const { t } = useTranslationRef(auditLogTranslationRef);
  const [filters, setFilters] = useFilters();
  return (
    <>
      <PluginHeader title={t('page.title')} icon={<RiFileList3Line />} />
      <Container py="4">
        <Flex direction="column" gap="4">
          <div>
            <Text as="p" className={styles.intro}>
              {t('page.intro')}
            </Text>
            <Scope />
          </div>
          <EventFilters filters={filters} onChange={setFilters} />
          <div className={styles.tools}>
            <ExportButtons filters={filters} />
            <ChainCheck />
          </div>
          <EventsList filters={filters} onChange={setFilters} />
        </Flex>
      </Container>
    </>
  );
}
