import type { LocalizedText } from '@nerds/plugin-catalog-sources-common';

/** @internal */
export const CONFLICT: LocalizedText = {
  nl: 'Een andere bron heeft dit al in de catalogus gezet. Haal het bij een van beide weg.',
  en: 'Another source has this in the catalog already. Take it out of one of them.',
};

/** @internal */
export const TIME_IS_UP = 'time is up';

/** @internal */
export const SAME_NAME: LocalizedText = {
  nl: 'Deze naam komt in de bron meer dan eens voor; één ervan is overgenomen. Geef ze eigen namen.',
  en: 'The source has this name more than once; one of them was taken over. Give each a name of its own.',
};

const TOO_MANY = /\b429\b|rate.?limit|too many requests|throttled/i;

const REFUSED =
  /\b(401|403)\b|unauthori[sz]ed|forbidden|bad credentials|invalid_?(client|grant|credentials)|access.?denied|RequestDenied/i;

/** What a module says before what it is about. */
const PREAMBLE =
  /^\S+ refresh failed,\s*|^Error while syncing Keycloak users and groups:\s*|\b\w*Error: /g;

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
  const reason = message.replace(PREAMBLE, '').replace(/\s+/g, ' ').trim();
  if (TOO_MANY.test(message)) {
    return {
      nl: `De bron krijgt te veel vragen en wil er nu geen meer. De volgende run probeert het weer. (${reason})`,
      en: `The source gets too many requests and takes no more now. The next run tries again. (${reason})`,
    };
  }
  if (REFUSED.test(message)) {
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
