import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { Button, Flex, Text } from '@backstage/ui';
import { useCall } from '@nerds/page-parts';
import {
  auditLogVerifyPermission,
  type AuditVerification,
} from '@nerds/plugin-audit-log-common';
import { RiLinksLine } from '@remixicon/react';
import { useState } from 'react';
import { auditLogApiRef } from '../../api';
import { auditLogTranslationRef } from '../../translation';
import { ProblemAlert } from '../ProblemAlert';
import { ChainOutcome } from './ChainOutcome';

/** Has the chain checked; shows who may to those who may not. @internal */
export function ChainCheck() {
  const { t } = useTranslationRef(auditLogTranslationRef);
  const api = useApi(auditLogApiRef);
  const permission = usePermission({ permission: auditLogVerifyPermission });
  const [outcome, setOutcome] = useState<AuditVerification>();
  const { run, isRunning, error } = useCall(async () => {
    setOutcome(undefined);
    setOutcome(await api.verifyChain());
  });
  const isRefused = !permission.loading && !permission.allowed;
  const toStatus = () => {
    if (isRunning) return t('chain.busy');
    return isRefused && t('chain.notAllowed');
  };
  return (
    <Flex direction="column" align="start" gap="2">
      <Button
        variant="secondary"
        iconStart={<RiLinksLine aria-hidden="true" />}
        isDisabled={!permission.allowed || isRunning}
        onPress={() => void run()}
      >
        {t('chain.button')}
      </Button>
      <Text as="span" variant="body-small" role="status">
        {toStatus()}
      </Text>
      {error && <ProblemAlert error={error} onRetry={() => void run()} />}
      {outcome && (
        <ChainOutcome outcome={outcome} onClose={() => setOutcome(undefined)} />
      )}
    </Flex>
  );
}
