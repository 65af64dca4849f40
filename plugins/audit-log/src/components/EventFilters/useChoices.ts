import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { KNOWN_ACTS, type ActingPlugin } from '../../domain/act';
import { PERIODS, RESULTS, SEVERITIES } from '../../domain/filters';
import { auditLogTranslationRef } from '../../translation';
import { useActSentence } from '../EventText';

/** A value with what it is called. @internal */
export interface Choice<T extends string> {
  value: T;
  label: string;
}

const PLUGINS = Object.keys(KNOWN_ACTS) as ActingPlugin[];

/**
 * What there is to choose from, in words.
 *
 * @param act - one that is chosen already: it is offered too when it has no words
 * @internal
 */
export function useChoices(act: string) {
  const { t } = useTranslationRef(auditLogTranslationRef);
  const toSentence = useActSentence();
  const toChoice = (value: string): Choice<string> => ({
    value,
    label: toSentence({ act: value }),
  });
  const acts = PLUGINS.map(plugin => ({
    title: t(`actGroup.${plugin}`),
    choices: KNOWN_ACTS[plugin].map(event => toChoice(`${plugin}.${event}`)),
  }));
  const isKnown = acts.some(({ choices }) =>
    choices.some(({ value }) => value === act),
  );
  return {
    periods: PERIODS.map(value => ({ value, label: t(`period.${value}`) })),
    results: RESULTS.map(value => ({ value, label: t(`result.${value}`) })),
    severities: SEVERITIES.map(value => ({
      value,
      label: t(`severity.${value}`),
    })),
    acts:
      act && !isKnown
        ? [{ title: t('filter.chosen'), choices: [toChoice(act)] }, ...acts]
        : acts,
  };
}
