import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatDistance, useLanguage } from '@nerds/page-parts';
import type { RoleGrant } from '@nerds/plugin-access-common';
import { formatDay } from '../domain/moment';
import { accessTranslationRef } from '../translation';
import type { Directory } from './useDirectory';

/** Puts in words where a grant comes from and until when it counts. @internal */
export function useGrantText(
  directory: Pick<Directory, 'toName'>,
): (grant: RoleGrant) => string {
  const { t } = useTranslationRef(accessTranslationRef);
  const language = useLanguage();
  return grant => {
    if (grant.origin === 'config') return t('grant.config');
    const given = t('grant.portal', {
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
