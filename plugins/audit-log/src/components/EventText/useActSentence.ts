import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AuditEvent } from '@nerds/plugin-audit-log-common';
import { toActKey } from '../../domain/act';
import { auditLogTranslationRef } from '../../translation';
import { messages } from '../../translations/en';

/** Puts an act in words; an act without words keeps its technical name. @internal */
export function useActSentence(): (
  event: Pick<AuditEvent, 'act' | 'details'>,
) => string {
  const { t } = useTranslationRef(auditLogTranslationRef);
  return event => {
    const key = toActKey(event, messages);
    return key ? t(key) : event.act;
  };
}
