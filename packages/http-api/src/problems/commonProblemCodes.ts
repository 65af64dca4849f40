import type { LocalizedText } from '../language';

/** Codes that every API of the portal may answer, with their sentences. @public */
export const COMMON_PROBLEM_CODES = {
  'body-not-json': {
    nl: 'De inhoud van het verzoek is geen geldige JSON.',
    en: 'The body of the request is not valid JSON.',
  },
  'body-too-large': {
    nl: 'De inhoud van het verzoek is te groot; de grens is {limit}.',
    en: 'The body of the request is too large; the limit is {limit}.',
  },
  'body-not-object': {
    nl: 'De inhoud van het verzoek moet een JSON-object zijn.',
    en: 'The body of the request must be a JSON object.',
  },
  'content-type-not-json': {
    nl: 'Stuur de inhoud van het verzoek als “application/json”.',
    en: 'Send the body of the request as “application/json”.',
  },
  'field-unknown': {
    nl: 'Het veld “{field}” bestaat niet.',
    en: 'The field “{field}” does not exist.',
  },
  'field-required': {
    nl: 'Vul het veld “{field}” in.',
    en: 'Fill in the field “{field}”.',
  },
  'field-not-text': {
    nl: 'Het veld “{field}” moet tekst zijn.',
    en: 'The field “{field}” must be text.',
  },
  'field-too-long': {
    nl: 'Het veld “{field}” is te lang; hooguit {limit} tekens.',
    en: 'The field “{field}” is too long; at most {limit} characters.',
  },
  'field-out-of-range': {
    nl: 'Het veld “{field}” moet een heel getal zijn van {min} tot en met {max}.',
    en: 'The field “{field}” must be a whole number from {min} to {max}.',
  },
  'field-not-allowed-value': {
    nl: 'Het veld “{field}” kent de waarde “{value}” niet. Kies uit: {allowed}.',
    en: 'The field “{field}” does not know the value “{value}”. Choose from: {allowed}.',
  },
  'field-not-moment': {
    nl: 'Het veld “{field}” moet een tijdstip zijn, zoals 2027-01-31T12:00:00Z.',
    en: 'The field “{field}” must be a moment, such as 2027-01-31T12:00:00Z.',
  },
  'validation-failed': {
    nl: 'Het verzoek klopt niet: {summary}',
    en: 'The request is not valid: {summary}',
  },
  'not-authenticated': {
    nl: 'Meld u eerst aan.',
    en: 'Sign in first.',
  },
  'not-allowed': {
    nl: 'U mag dit niet doen. Vraag het een beheerder van het portaal.',
    en: 'You may not do this. Ask an administrator of the portal.',
  },
  'route-not-found': {
    nl: 'Dit adres bestaat niet.',
    en: 'This address does not exist.',
  },
  'temporarily-unavailable': {
    nl: 'Dit kan nu even niet. Probeer het later opnieuw.',
    en: 'This is not possible at the moment. Try again later.',
  },
  'internal-error': {
    nl: 'Er ging iets mis in het portaal. De beheerders kunnen het terugvinden onder nummer {correlationId}.',
    en: 'Something went wrong in the portal. The platform engineers can find it under number {correlationId}.',
  },
} as const satisfies Record<string, LocalizedText>;

/** A key of {@link COMMON_PROBLEM_CODES}. @public */
export type CommonProblemCode = keyof typeof COMMON_PROBLEM_CODES;
