import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RoleGrant } from '@nerds/plugin-access-common';
import { formatDay, formatDistance } from '../domain/moment';
import { accessTranslationRef } from '../translation';
import type { Directory } from './useDirectory';
import { useLanguage } from './useLanguage';

/**
 * Puts in words where a grant comes from and until when it counts.
 *
 * @param userEntityRef - who reads it
 * @internal
 */
export function useGrantText(
  directory: Pick<Directory, 'toName'>,
  userEntityRef: string | undefined,
): (grant: RoleGrant) => string {
  const { t } = useTranslationRef(accessTranslationRef);
  const language = useLanguage();
  return grant => {
    const subject =
      grant.subject === userEntityRef
        ? t('grant.you')
        : directory.toName(grant.subject);
    if (grant.origin === 'config') return t('grant.config', { subject });
    const given = t('grant.portal', {
      subject,
      person: grant.grantedBy ? directory.toName(grant.grantedBy) : '–',
      day: grant.grantedAt ? formatDay(grant.grantedAt, language) : '–',
    });
    const until = grant.expiresAt
      ? t('grant.until', {
          day: formatDay(grant.expiresAt, language),
          distance: formatDistance(grant.expiresAt, new Date(), language),
        })
      : t('grant.noEnd');
    const reason = grant.reason && t('grant.reason', { reason: grant.reason });
    return [given, until, reason].filter(Boolean).join(' ');
  };
}
