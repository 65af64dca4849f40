import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { KNOWN_ACTS } from '../../domain/act';
import { PERIODS, RESULTS, SEVERITIES } from '../../domain/filters';
import { useLanguage } from '../../hooks/useLanguage';
import { auditLogTranslationRef } from '../../translation';
import { useActSentence } from '../EventText';

/**
 * What there is to choose from, in words.
 *
 * @param act - one that is chosen already: it is offered too when it has no words
 * @internal
 */
export function useChoices(act: string) {
  const { t } = useTranslationRef(auditLogTranslationRef);
  const language = useLanguage();
  const toSentence = useActSentence();
  const acts: string[] = [...KNOWN_ACTS];
  if (act && !acts.includes(act)) acts.push(act);
  return {
    periods: PERIODS.map(value => ({ value, label: t(`period.${value}`) })),
    results: RESULTS.map(value => ({ value, label: t(`result.${value}`) })),
    severities: SEVERITIES.map(value => ({
      value,
      label: t(`severity.${value}`),
    })),
    acts: acts
      .map(value => ({ value, label: toSentence({ act: value }) }))
      .sort((left, right) => left.label.localeCompare(right.label, language)),
  };
}
