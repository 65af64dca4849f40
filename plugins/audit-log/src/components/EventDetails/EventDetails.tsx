import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { AuditEvent } from '@nerds/plugin-audit-log-common';
import type { ReactNode } from 'react';
import {
  NO_FILTERS,
  toSearchParams,
  type EventFilters,
} from '../../domain/filters';
import { auditLogRouteRef } from '../../routes';
import { auditLogTranslationRef } from '../../translation';
import { ResultLabel } from '../ResultLabel';
import { useActorName, useActSentence } from '../EventText';
import styles from './EventDetails.module.css';

/** A link to the log with only these filters. */
function FilterLink(props: {
  filters: Partial<EventFilters>;
  children: ReactNode;
}) {
  const toPage = useRouteRef(auditLogRouteRef);
  const parameters = toSearchParams({ ...NO_FILTERS, ...props.filters });
  return (
    <Link href={`${toPage?.() ?? ''}?${parameters}`} className={styles.link}>
      {props.children}
    </Link>
  );
}

function Fact(props: { label: string; isWide?: boolean; children: ReactNode }) {
  return (
    <div className={props.isWide ? styles.wide : undefined}>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** What and who: the fields with more of the same behind them. */
function ActFacts({ event }: { event: AuditEvent }) {
  const { t } = useTranslationRef(auditLogTranslationRef);
  const toSentence = useActSentence();
  const toActor = useActorName();
  return (
    <>
      <Fact label={t('event.act')}>
        {toSentence(event)} <code>{event.act}</code>
        <FilterLink filters={{ act: event.act }}>
          {t('event.sameAct')}
        </FilterLink>
      </Fact>
      <Fact label={t('event.actor')}>
        <code>{event.actor}</code>
        <FilterLink filters={{ actor: event.actor }}>
          {t('event.sameActor', { actor: toActor(event.actor) })}
        </FilterLink>
      </Fact>
      <Fact label={t('event.object')}>
        {event.object ? (
          <>
            <code>{event.object}</code>
            <FilterLink filters={{ object: event.object }}>
              {t('event.sameObject')}
            </FilterLink>
          </>
        ) : (
          t('event.none')
        )}
      </Fact>
      <Fact label={t('event.correlationId')}>
        {event.correlationId ? (
          <>
            <code>{event.correlationId}</code>
            <FilterLink filters={{ correlationId: event.correlationId }}>
              {t('event.sameRequest')}
            </FilterLink>
          </>
        ) : (
          t('event.none')
        )}
      </Fact>
    </>
  );
}

/** Everything that was recorded of one event. @internal */
export function EventDetails(props: { event: AuditEvent }) {
  const { t } = useTranslationRef(auditLogTranslationRef);
  const { event } = props;
  const { address, method, path, userAgent } = event.origin;
  const request = [method, path].filter(Boolean).join(' ');
  const none = t('event.none');
  return (
    <dl className={styles.facts}>
      <Fact label={t('event.at')}>
        <code>{event.at}</code>
      </Fact>
      <ActFacts event={event} />
      <Fact label={t('event.result')}>
        <ResultLabel result={event.result} />
      </Fact>
      {event.reason && (
        <Fact label={t('event.reason')}>
          <code>{event.reason}</code>
        </Fact>
      )}
      <Fact label={t('event.severity')}>{t(`severity.${event.severity}`)}</Fact>
      <Fact label={t('event.teams')}>
        {event.teams.length > 0 ? <code>{event.teams.join(', ')}</code> : none}
      </Fact>
      <Fact label={t('event.address')}>
        {address ? <code>{address}</code> : none}
      </Fact>
      <Fact label={t('event.request')}>
        {request ? <code>{request}</code> : none}
      </Fact>
      <Fact label={t('event.userAgent')}>{userAgent ?? none}</Fact>
      <Fact label={t('event.plugin')}>
        <code>{event.plugin}</code>
      </Fact>
      <Fact label={t('event.sequence')}>{event.sequence}</Fact>
      <Fact label={t('event.hash')} isWide>
        <code>{event.hash}</code>
      </Fact>
      {event.details && Object.keys(event.details).length > 0 && (
        <Fact label={t('event.more')} isWide>
          <pre className={styles.more}>
            {JSON.stringify(event.details, null, 2)}
          </pre>
        </Fact>
      )}
    </dl>
  );
}
