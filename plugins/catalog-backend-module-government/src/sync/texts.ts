import type { LocalizedText } from '@nerds/plugin-catalog-sources-common';
import { RegisterError, type RegisterErrorKind } from '../http/RegisterError';

/** A part of the list was not there. @internal */
export const INCOMPLETE: LocalizedText = {
  nl: 'Niet alles van de bron is gelezen. Wat gelezen is, is overgenomen; wat ontbreekt, blijft staan.',
  en: 'Not all of the source was read. What was read is taken over; what is missing stays.',
};

/** The source has lost more than is likely. @internal */
export const SUSPICIOUS: LocalizedText = {
  nl: 'De bron is leeg of mist opeens een groot deel. Alles blijft staan. Klopt het toch, zet dan `maxVanishedShare` voor één keer hoger.',
  en: 'The source is empty or suddenly lacks a large part. Everything stays. If that is right, raise `maxVanishedShare` for once.',
};

/** An id that came by before. @internal */
export const DUPLICATE: LocalizedText = {
  nl: 'Dit item staat meer dan één keer in de bron; het eerste is gebruikt.',
  en: 'This item is in the source more than once; the first is used.',
};

const FAILURES: Record<RegisterErrorKind, LocalizedText> = {
  unavailable: {
    nl: 'De bron is niet bereikbaar; de volgende keer gaat de import verder.',
    en: 'The source cannot be reached; the next run goes on.',
  },
  refused: {
    nl: 'De bron weigert het verzoek. Controleer het adres en de sleutel.',
    en: 'The source refuses the request. Check the address and the key.',
  },
  malformed: {
    nl: 'De bron antwoordt niet in de vorm die zij belooft.',
    en: 'The source does not answer in the form it promises.',
  },
  'too-large': {
    nl: 'De bron antwoordt met meer dan is toegestaan.',
    en: 'The source answers with more than is allowed.',
  },
  'forbidden-address': {
    nl: 'De bron verwijst naar een adres waar het portaal niet heen mag.',
    en: 'The source points to an address where the portal may not go.',
  },
  aborted: {
    nl: 'De import is gestopt; de volgende keer gaat hij verder.',
    en: 'The import was stopped; the next run goes on.',
  },
};

/** Why a run, or one item of it, came to nothing. @internal */
export function toFailure(error: unknown, signal: AbortSignal): LocalizedText {
  if (signal.aborted) return FAILURES.aborted;
  if (error instanceof RegisterError) {
    const { nl, en } = FAILURES[error.kind];
    return { nl: `${nl} (${error.message})`, en: `${en} (${error.message})` };
  }
  // What a database says is for the log, not for a page.
  return {
    nl: 'Er ging iets mis in het portaal; de logregels zeggen wat.',
    en: 'Something went wrong in the portal; the log says what.',
  };
}
