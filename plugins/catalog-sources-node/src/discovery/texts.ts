import type { LocalizedText } from '@nerds/plugin-catalog-sources-common';

/** @internal */
export const CONFLICT: LocalizedText = {
  nl: 'Een andere bron heeft dit al in de catalogus gezet. Haal het bij een van beide weg.',
  en: 'Another source has this in the catalog already. Take it out of one of them.',
};

/** @internal */
export const TIME_IS_UP = 'time is up';

const REFUSED = /\b(401|403)\b|unauthori[sz]ed|forbidden/i;

/** What a module says before what it is about. */
const PREAMBLE = /^\S+ refresh failed,\s*|\b\w*Error: /g;

/**
 * Why a run failed, from what a module wrote about it.
 *
 * @internal
 */
export function toFailure(message: string): LocalizedText {
  if (message === TIME_IS_UP) {
    return {
      nl: 'De bron antwoordde niet binnen de tijd die ervoor staat (schedule.timeout).',
      en: 'The source did not answer within the time that it has (schedule.timeout).',
    };
  }
  const reason = message.replace(PREAMBLE, '').trim();
  if (REFUSED.test(reason)) {
    return {
      nl: `De bron weigert de toegang. Kijk het account en het token na. (${reason})`,
      en: `The source refuses access. Check the account and the token. (${reason})`,
    };
  }
  return {
    nl: `De bron was niet goed te lezen: ${reason}`,
    en: `The source could not be read well: ${reason}`,
  };
}
