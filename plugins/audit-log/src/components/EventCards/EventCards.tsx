import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, CardBody } from '@backstage/ui';
import type { AuditEvent } from '@nerds/plugin-audit-log-common';
import { useId, useState } from 'react';
import { toEntityName } from '../../domain/entityName';
import { auditLogTranslationRef } from '../../translation';
import { DetailsButton } from '../DetailsButton';
import { EventDetails } from '../EventDetails';
import { ActorName, ActText, ObjectName } from '../EventText';
import { Moment } from '../Moment';
import { ResultLabel } from '../ResultLabel';
import styles from './EventCards.module.css';

function EventCard({ event }: { event: AuditEvent }) {
  const { t } = useTranslationRef(auditLogTranslationRef);
  const detailsId = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Card>
      <CardBody>
        <div className={styles.act}>
          <ActText event={event} />
        </div>
        <ResultLabel result={event.result} />
        <dl className={styles.facts}>
          <dt>{t('column.at')}</dt>
          <dd>
            <Moment iso={event.at} />
          </dd>
          <dt>{t('column.actor')}</dt>
          <dd>
            <ActorName actor={event.actor} />
          </dd>
          <dt>{t('column.object')}</dt>
          <dd>
            <ObjectName event={event} />
          </dd>
          <dt>{t('column.origin')}</dt>
          <dd>{event.origin.address ?? '–'}</dd>
          <dt>{t('column.team')}</dt>
          <dd>{event.teams.map(toEntityName).join(', ') || '–'}</dd>
        </dl>
        <DetailsButton
          event={event}
          isOpen={isOpen}
          detailsId={detailsId}
          onToggle={() => setIsOpen(!isOpen)}
        />
        {isOpen && (
          <div id={detailsId} className={styles.details}>
            <EventDetails event={event} />
          </div>
        )}
      </CardBody>
    </Card>
  );
}

/** Events as cards under each other, for narrow screens. @internal */
export function EventCards(props: { events: AuditEvent[] }) {
  const { t } = useTranslationRef(auditLogTranslationRef);
  return (
    <ul className={styles.list} aria-label={t('list.label')}>
      {props.events.map(event => (
        <li key={event.sequence}>
          <EventCard event={event} />
        </li>
      ))}
    </ul>
  );
}
