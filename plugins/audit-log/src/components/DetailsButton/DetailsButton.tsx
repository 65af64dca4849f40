import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { useLanguage } from '@nerds/page-parts';
import type { AuditEvent } from '@nerds/plugin-audit-log-common';
import { RiArrowDownSLine, RiArrowUpSLine } from '@remixicon/react';
import { formatMoment } from '../../domain/moment';
import { auditLogTranslationRef } from '../../translation';
import { useActSentence } from '../EventText';

/**
 * Shows and hides the details of one event.
 *
 * @param detailsId - id of what it shows
 * @internal
 */
export function DetailsButton(props: {
  event: AuditEvent;
  isOpen: boolean;
  detailsId: string;
  onToggle: () => void;
}) {
  const { t } = useTranslationRef(auditLogTranslationRef);
  const language = useLanguage();
  const toSentence = useActSentence();
  const { event, isOpen, detailsId, onToggle } = props;
  const Icon = isOpen ? RiArrowUpSLine : RiArrowDownSLine;
  return (
    <Button
      size="small"
      variant="tertiary"
      iconEnd={<Icon aria-hidden="true" />}
      aria-expanded={isOpen}
      aria-controls={isOpen ? detailsId : undefined}
      aria-label={t('event.detailsLabel', {
        act: toSentence(event),
        moment: formatMoment(event.at, language),
      })}
      onPress={onToggle}
    >
      {t('event.details')}
    </Button>
  );
}
