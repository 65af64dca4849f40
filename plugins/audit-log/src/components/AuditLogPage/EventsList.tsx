import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Flex,
  Skeleton,
  Text,
  VisuallyHidden,
  useBreakpoint,
} from '@backstage/ui';
import {
  countFilters,
  NO_FILTERS,
  type EventFilters,
} from '../../domain/filters';
import { useAuditEvents } from '../../hooks/useAuditEvents';
import { auditLogTranslationRef } from '../../translation';
import { EventCards } from '../EventCards';
import { EventsTable } from '../EventsTable';
import { ProblemAlert } from '../ProblemAlert';
import styles from './AuditLogPage.module.css';

function ListSkeleton() {
  const { t } = useTranslationRef(auditLogTranslationRef);
  return (
    <Flex direction="column" gap="2">
      <VisuallyHidden role="status">{t('list.loading')}</VisuallyHidden>
      {[0, 1, 2].map(row => (
        <Skeleton key={row} width="100%" height={48} />
      ))}
    </Flex>
  );
}

function EmptyList(props: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useTranslationRef(auditLogTranslationRef);
  return (
    <div className={styles.empty}>
      <div role="status">
        <Text as="p" variant="body-large" weight="bold">
          {props.isFiltered ? t('list.emptyFiltered') : t('list.empty')}
        </Text>
        {props.isFiltered && <Text as="p">{t('list.emptyHint')}</Text>}
      </div>
      {props.isFiltered && (
        <Button variant="secondary" onPress={props.onClear}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}

/** The events that the filters let through, newest first. @internal */
export function EventsList(props: {
  filters: EventFilters;
  onChange: (filters: EventFilters) => void;
}) {
  const { t } = useTranslationRef(auditLogTranslationRef);
  const { filters, onChange } = props;
  const isNarrow = useBreakpoint().down('lg');
  const log = useAuditEvents(filters);
  const { events, error } = log;
  const List = isNarrow ? EventCards : EventsTable;

  if (log.isLoading && !events) return <ListSkeleton />;
  return (
    <Flex direction="column" gap="3">
      {error && (
        <ProblemAlert error={error} isStale={!!events} onRetry={log.refresh} />
      )}
      {events?.length === 0 && (
        <EmptyList
          isFiltered={countFilters(filters) > 0}
          onClear={() => onChange(NO_FILTERS)}
        />
      )}
      {!!events?.length && (
        <>
          <div className={styles.status}>
            <Text as="span" variant="body-small" role="status">
              {log.hasOlder
                ? t('list.loadedMore', { count: events.length })
                : t('list.loaded', { count: events.length })}
            </Text>
            <Button
              size="small"
              variant="secondary"
              isDisabled={log.isLoading}
              onPress={log.refresh}
            >
              {t('list.refresh')}
            </Button>
          </div>
          <List events={events} />
        </>
      )}
      {log.olderError && <ProblemAlert error={log.olderError} />}
      {log.hasOlder && (
        <Button
          variant="secondary"
          isDisabled={log.isLoadingOlder}
          onPress={log.loadOlder}
        >
          {t('list.older')}
        </Button>
      )}
    </Flex>
  );
}
