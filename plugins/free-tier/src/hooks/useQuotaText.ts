import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useLanguage } from '@nerds/page-parts';
import type { QuotaUsage } from '@nerds/plugin-free-tier-common';
import {
  formatQuantity,
  parseQuantity,
  toQuantityUnit,
  toUsedShare,
} from '../domain/quantity';
import { freeTierTranslationRef } from '../translation';

/** From here on a resource is called nearly full. */
const NEARLY_FULL_SHARE = 0.9;

/** Puts the use of a resource in words: “2 van 20 pods, bijna vol”. @internal */
export function useQuotaText(): (usage: QuotaUsage) => string {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const language = useLanguage();
  return ({ resource, used, hard }) => {
    if (parseQuantity(hard) === 0) return t('usage.notAllowed');
    const unit = toQuantityUnit(resource);
    const values = {
      used: formatQuantity(used, unit, language),
      hard: formatQuantity(hard, unit, language),
    };
    const text =
      resource === 'pods'
        ? t('usage.pods', values)
        : t(`usage.${unit}`, values);
    const share = toUsedShare(used, hard);
    if (share >= 1) return `${text}, ${t('usage.full')}`;
    if (share >= NEARLY_FULL_SHARE) return `${text}, ${t('usage.nearlyFull')}`;
    return text;
  };
}
