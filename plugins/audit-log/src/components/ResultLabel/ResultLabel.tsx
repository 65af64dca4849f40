import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex } from '@backstage/ui';
import type { AuditResult } from '@nerds/plugin-audit-log-common';
import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiForbidLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import { auditLogTranslationRef } from '../../translation';

const ICONS: Record<AuditResult, RemixiconComponentType> = {
  succeeded: RiCheckboxCircleLine,
  failed: RiCloseCircleLine,
  refused: RiForbidLine,
};

/** How an act ended, as a word with an icon; colour carries nothing. @internal */
export function ResultLabel(props: { result: AuditResult }) {
  const { t } = useTranslationRef(auditLogTranslationRef);
  const Icon = ICONS[props.result];
  return (
    <Flex align="center" gap="1">
      <Icon size={16} aria-hidden="true" style={{ flex: 'none' }} />
      <span>{t(`result.${props.result}`)}</span>
    </Flex>
  );
}
