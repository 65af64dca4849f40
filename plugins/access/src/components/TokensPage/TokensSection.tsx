import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Text,
} from '@backstage/ui';
import { ProblemAlert, type Resource, useResource } from '@nerds/page-parts';
import type {
  GrantablePermission,
  MachineToken,
} from '@nerds/plugin-machine-access-common';
import { useCallback, useState } from 'react';
import { machineAccessApiRef } from '../../api';
import type { Directory } from '../../hooks/useDirectory';
import { accessTranslationRef } from '../../translation';
import { Announcement } from '../Announcement';
import { ConfirmDialog } from '../ConfirmDialog';
import { Loading } from '../Loading';
import { Section } from '../Section';
import { CreateToken } from './CreateToken';
import { TokenItem } from './TokenItem';
import styles from './TokensPage.module.css';

const REVOKE_REFUSAL_ID = 'token-revoke-refused';

function TokenList(props: {
  label: string;
  tokens: MachineToken[];
  permissions: GrantablePermission[];
  directory: Directory;
  onRevoke: (token: MachineToken) => void;
}) {
  const { label, tokens, ...rest } = props;
  return (
    <ul className={styles.list} aria-label={label}>
      {tokens.map(token => (
        <TokenItem
          key={token.id}
          token={token}
          revokeRefusedBy={token.actions.revoke ? undefined : REVOKE_REFUSAL_ID}
          {...rest}
        />
      ))}
    </ul>
  );
}

/** The tokens of the own teams: those that work first, and what is over below. @internal */
export function TokensSection(props: {
  directory: Directory;
  permissions: Resource<GrantablePermission[]>;
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const api = useApi(machineAccessApiRef);
  const { directory, permissions } = props;
  const { value, error, isLoading, refresh } = useResource(
    useCallback(signal => api.listTokens({ signal }), [api]),
  );
  const [revoking, setRevoking] = useState<MachineToken>();
  const [done, setDone] = useState('');
  const active = value?.filter(({ state }) => state === 'active') ?? [];
  const over = value?.filter(({ state }) => state !== 'active') ?? [];
  const isAllRevocable = active.every(({ actions }) => actions.revoke);
  const list = {
    permissions: permissions.value ?? [],
    directory,
    onRevoke: setRevoking,
  };
  return (
    <Section id="tokens" title={t('tokens.title')}>
      <CreateToken
        directory={directory}
        permissions={permissions}
        onCreated={refresh}
      />
      <Announcement text={done} />
      {isLoading && <Loading />}
      {error && (
        <ProblemAlert
          error={error}
          isStale={!!value}
          forbidden={{
            text: t('tokens.forbidden', {
              whom: directory.toHolders('administrator'),
            }),
          }}
          onRetry={refresh}
        />
      )}
      {value && active.length === 0 && <Text as="p">{t('tokens.empty')}</Text>}
      {!isAllRevocable && (
        <Text as="p" variant="body-small" id={REVOKE_REFUSAL_ID}>
          {t('revokeToken.refused', {
            whom: directory.toHolders('administrator'),
          })}
        </Text>
      )}
      {active.length > 0 && (
        <TokenList label={t('tokens.title')} tokens={active} {...list} />
      )}
      {over.length > 0 && (
        <Accordion>
          <AccordionTrigger title={t('tokens.over', { count: over.length })} />
          <AccordionPanel>
            <TokenList label={t('tokens.overLabel')} tokens={over} {...list} />
          </AccordionPanel>
        </Accordion>
      )}
      {revoking && (
        <ConfirmDialog
          title={t('revokeToken.title', { name: revoking.name })}
          text={t('revokeToken.text')}
          confirmLabel={t('revokeToken.button')}
          isDestructive
          onConfirm={async () => {
            await api.revokeToken(revoking.id);
            setDone(t('revokeToken.done', { name: revoking.name }));
            refresh();
          }}
          onClose={() => setRevoking(undefined)}
        />
      )}
    </Section>
  );
}
