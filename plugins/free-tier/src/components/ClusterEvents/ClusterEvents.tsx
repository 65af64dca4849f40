import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Button, Link, Skeleton, Text } from '@backstage/ui';
import { formatMoment, useLanguage } from '@nerds/page-parts';
import type { Cluster, ClusterEvent } from '@nerds/plugin-free-tier-common';
import { RiAlertLine } from '@remixicon/react';
import { useCallback, useState } from 'react';
import { freeTierApiRef } from '../../api';
import { isClusterMoving } from '../../domain/clusterProgress';
import { toEntityName } from '../../domain/entityName';
import { usePolledResource } from '../../hooks/usePolledResource';
import { auditLogRouteRef } from '../../routes';
import { freeTierTranslationRef } from '../../translation';
import { ProblemAlert } from '../ProblemAlert';
import { Section } from '../Section';
import styles from './ClusterEvents.module.css';

const MOVING_INTERVAL_MS = 2_000;
const STILL_INTERVAL_MS = 30_000;

/** More events than that hide what matters. */
const PAGE_SIZE = 10;

function EventItem(props: { event: ClusterEvent }) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const language = useLanguage();
  const { event } = props;
  const origin = [
    formatMoment(event.at, language),
    t(`events.${event.source}`),
    event.object,
    event.actor && toEntityName(event.actor),
  ].filter(Boolean);
  return (
    <li className={styles.event}>
      <Text as="p">
        {event.type === 'Warning' && (
          <span className={styles.warning}>
            <RiAlertLine size={16} aria-hidden="true" />
            {t('events.warning')}:{' '}
          </span>
        )}
        {event.message}
      </Text>
      <Text as="p" variant="body-small" color="secondary">
        {origin.join(' · ')}
      </Text>
    </li>
  );
}

/** Leads to what people and machines did with this cluster, also what was refused. */
function AuditLogLink({ cluster }: { cluster: Cluster }) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const path = useRouteRef(auditLogRouteRef)?.();
  if (!path) return null;
  const parameters = new URLSearchParams({ object: `cluster:${cluster.id}` });
  return (
    <Text as="p">
      <Link href={`${path}?${parameters}`}>{t('events.auditLog')}</Link>
    </Text>
  );
}

/** What happened to a cluster, newest first: from the portal and from Kubernetes. @internal */
export function ClusterEvents(props: { cluster: Cluster }) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const api = useApi(freeTierApiRef);
  const language = useLanguage();
  const { cluster } = props;
  const [limit, setLimit] = useState(PAGE_SIZE);
  const isMoving = isClusterMoving(cluster);
  const { value, error, isLoading, refresh } = usePolledResource(
    useCallback(
      // another language or state of the cluster: other sentences, other events
      signal => api.listEvents(cluster.id, { signal }),
      // eslint-disable-next-line react-hooks/exhaustive-deps
      [api, cluster.id, cluster.state, language],
    ),
    () => (isMoving ? MOVING_INTERVAL_MS : STILL_INTERVAL_MS),
  );
  const events = [...(value ?? [])].sort((left, right) =>
    right.at.localeCompare(left.at),
  );
  const hidden = events.length - limit;
  return (
    <Section id="events" title={t('events.title')}>
      {isLoading && <Skeleton width="100%" height={80} />}
      {error && (
        <ProblemAlert error={error} isStale={!!value} onRetry={refresh} />
      )}
      {value?.length === 0 && <Text as="p">{t('events.none')}</Text>}
      {events.length > 0 && (
        <ul className={styles.events}>
          {events.slice(0, limit).map(event => (
            <EventItem
              key={`${event.at} ${event.source} ${event.reason} ${event.object} ${event.message}`}
              event={event}
            />
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <Button variant="secondary" onPress={() => setLimit(events.length)}>
          {t('events.more', { count: hidden })}
        </Button>
      )}
      <AuditLogLink cluster={cluster} />
    </Section>
  );
}
