import { CustomErrorBase } from '@backstage/errors';
import type { LocalizedText } from '@nerds/http-api';

const REASONS = {
  unavailable: {
    nl: 'De dienst die dit weet is nu niet bereikbaar. Probeer het later opnieuw.',
    en: 'The service that knows this cannot be reached now. Try again later.',
  },
  forbidden: {
    nl: 'U mag dit niet bekijken of intrekken. Laat een teamleider die zelf lid is van het team het doen.',
    en: 'You may not see or revoke this. Have a team lead who is a member of the team do it.',
  },
  gone: {
    nl: 'Dit bestaat niet meer, of u mag het niet zien. Haal de lijst opnieuw op.',
    en: 'This does not exist any more, or you may not see it. Refresh the list.',
  },
  lastAdministrator: {
    nl: 'Dit is de laatste beheerder. Geef eerst iemand anders de rol “administrator”.',
    en: 'This is the last administrator. Give somebody else the role “administrator” first.',
  },
} as const satisfies Record<string, LocalizedText>;

/** Why a source could not list or revoke. @internal */
export class SourceError extends CustomErrorBase {
  name = 'SourceError' as const;
  readonly localizedMessage: LocalizedText;

  /**
   * @param detail - for the log; people get the sentence of the reason
   */
  constructor(reason: keyof typeof REASONS, detail?: string) {
    super(detail ?? REASONS[reason].en);
    this.localizedMessage = REASONS[reason];
  }
}
