import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import type { AuditEvent } from '@nerds/plugin-audit-log-common';
import { Fragment, useId, useState } from 'react';
import { toEntityName } from '../../domain/entityName';
import { auditLogTranslationRef } from '../../translation';
import { DetailsButton } from '../DetailsButton';
import { EventDetails } from '../EventDetails';
import { ActorName, ActText, ObjectName } from '../EventText';
import { Moment } from '../Moment';
import { ResultLabel } from '../ResultLabel';
import styles from './EventsTable.module.css';

const COLUMNS = ['at', 'actor', 'act', 'object', 'result', 'team'] as const;

function EventRow({ event }: { event: AuditEvent }) {
  const { t } = useTranslationRef(auditLogTranslationRef);
  const detailsId = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Fragment>
      <tr className={isOpen ? `${styles.row} ${styles.open}` : styles.row}>
        <td>
          <Moment iso={event.at} />
        </td>
        <td>
          <ActorName actor={event.actor} />
          {event.origin.address && (
            <span className={styles.address}>
              {t('event.from', { address: event.origin.address })}
            </span>
          )}
        </td>
        <td>
          <ActText event={event} />
        </td>
        <td>
          <ObjectName event={event} />
        </td>
        <td>
          <ResultLabel result={event.result} />
        </td>
        <td title={event.teams.join(', ')}>
          {event.teams.map(toEntityName).join(', ') || '–'}
        </td>
        <td className={styles.button}>
          <DetailsButton
            event={event}
            isOpen={isOpen}
            detailsId={detailsId}
            onToggle={() => setIsOpen(!isOpen)}
          />
        </td>
      </tr>
      {isOpen && (
        <tr id={detailsId}>
          <td colSpan={COLUMNS.length + 1} className={styles.details}>
            <EventDetails event={event} />
          </td>
        </tr>
      )}
    </Fragment>
  );
}

/**
 * Events as a table, for screens wide enough for one.
 *
 * @remarks
 * A plain table: the grid of the design system has no rows that open, and its
 * arrow keys would come between the keyboard and the links in the details.
 * @internal
 */
export function EventsTable(props: { events: AuditEvent[] }) {
  const { t } = useTranslationRef(auditLogTranslationRef);
  return (
    <table className={styles.table}>
      <caption>
        <VisuallyHidden>{t('list.label')}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          {COLUMNS.map(column => (
            <th key={column} scope="col" className={styles[column]}>
              {t(`column.${column}`)}
            </th>
          ))}
          <th scope="col" className={styles.button}>
            <VisuallyHidden>{t('column.details')}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {props.events.map(event => (
          <EventRow key={event.sequence} event={event} />
        ))}
      </tbody>
    </table>
  );
}
