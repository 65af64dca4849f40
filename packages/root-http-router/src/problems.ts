import { COMMON_PROBLEM_CODES, ProblemFactory } from '@nerds/http-api';

/** Refusals of the front door itself, before any plugin sees the request. @internal */
export const frontDoorProblems = new ProblemFactory({
  ...COMMON_PROBLEM_CODES,
  'too-many-requests': {
    nl: 'U doet te veel verzoeken achter elkaar. Wacht even en probeer het opnieuw.',
    en: 'You make too many requests in a row. Wait a moment and try again.',
  },
  'foreign-redirect': {
    nl: 'Na het aanmelden gaat u alleen terug naar het portaal zelf.',
    en: 'After signing in you only return to the portal itself.',
  },
  'tasks-are-for-plugins': {
    nl: 'De geplande taken van het portaal zijn er alleen voor het portaal zelf.',
    en: 'The scheduled tasks of the portal are there for the portal itself only.',
  },
  'location-is-fixed': {
    nl: 'Een aangemelde locatie blijft zoals zij is. Meld de nieuwe locatie aan, en vraag een platformbeheerder om de oude te verwijderen.',
    en: 'A registered location stays as it is. Register the new location, and ask a platform engineer to remove the old one.',
  },
  'machine-token-unusable': {
    nl: 'Stuur de benoemde token zelf, niet de token die het portaal ervoor maakt.',
    en: 'Send the named token itself, not the token that the portal makes for it.',
  },
  'portal-unavailable': {
    nl: 'Dit kan nu even niet. Probeer het later opnieuw. De beheerders kunnen het terugvinden onder nummer {correlationId}.',
    en: 'This is not possible at the moment. Try again later. The platform engineers can find it under number {correlationId}.',
  },
  'request-refused': {
    nl: 'Het portaal kan dit verzoek niet uitvoeren. De beheerders kunnen het terugvinden onder nummer {correlationId}.',
    en: 'The portal cannot carry out this request. The platform engineers can find it under number {correlationId}.',
  },
});
