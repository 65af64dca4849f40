import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { formatDistance, formatMoment, useLanguage } from '@nerds/page-parts';
import type {
  GrantablePermission,
  MachineToken,
} from '@nerds/plugin-machine-access-common';
import {
  RiCheckboxCircleLine,
  RiForbidLine,
  RiTimeLine,
} from '@remixicon/react';
import { toEntityName } from '../../domain/entityName';
import type { Directory } from '../../hooks/useDirectory';
import { accessTranslationRef } from '../../translation';
import { Facts } from '../Facts';
import { RefusableButton } from '../RefusableButton';
import styles from './TokensPage.module.css';

const ICONS = {
  active: RiCheckboxCircleLine,
  expired: RiTimeLine,
  revoked: RiForbidLine,
};

/** One token, never its secret. @internal */
export function TokenItem(props: {
  token: MachineToken;
  permissions: GrantablePermission[];
  directory: Directory;
  revokeRefusedBy?: string;
  onRevoke: (token: MachineToken) => void;
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const language = useLanguage();
  const { token, permissions, directory, revokeRefusedBy, onRevoke } = props;
  const now = new Date();
  const Icon = ICONS[token.state];
  const toMoment = (iso: string) =>
    t('moment.both', {
      distance: formatDistance(iso, now, language),
      moment: formatMoment(iso, language),
    });
  const toLastUse = () => {
    if (!token.lastUsedAt) return t('tokens.neverUsed');
    const moment = toMoment(token.lastUsedAt);
    return token.lastUsedFrom
      ? t('tokens.usedFrom', { moment, address: token.lastUsedFrom })
      : moment;
  };
  const titles = token.permissions.map(
    name => permissions.find(known => known.name === name)?.title ?? name,
  );
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <Text as="h3" variant="body-medium" weight="bold">
          {token.name}
        </Text>
        <span className={styles.state}>
          <Icon size={16} aria-hidden="true" />
          {t(`tokenState.${token.state}`)}
        </span>
        {token.state === 'active' && (
          <RefusableButton
            size="small"
            variant="secondary"
            destructive
            refusedBy={revokeRefusedBy}
            aria-label={t('revokeToken.label', { name: token.name })}
            onPress={() => onRevoke(token)}
          >
            {t('revokeToken.button')}
          </RefusableButton>
        )}
      </div>
      <Facts
        facts={[
          [t('tokens.team'), toEntityName(token.team)],
          [t('tokens.purpose'), token.purpose],
          [t('tokens.permissions'), titles.join(', ')],
          [t('tokens.lastUsed'), toLastUse()],
          [t('tokens.expires'), toMoment(token.expiresAt)],
          [
            t('tokens.created'),
            t('tokens.createdBy', {
              person: directory.toName(token.createdBy),
              moment: formatMoment(token.createdAt, language),
            }),
          ],
          [
            t('tokens.revoked'),
            token.revokedAt &&
              t('tokens.createdBy', {
                person: token.revokedBy
                  ? directory.toName(token.revokedBy)
                  : '–',
                moment: formatMoment(token.revokedAt, language),
              }),
          ],
        ]}
      />
    </li>
  );
}
