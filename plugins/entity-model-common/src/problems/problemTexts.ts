/** A text in both languages. @public */
export interface EntityModelText {
  nl: string;
  en: string;
}

/**
 * Every code with its sentence, which says what is wrong with `{field}` and what
 * to write instead.
 *
 * @public
 */
export const ENTITY_MODEL_PROBLEM_TEXTS = {
  'not-yaml': {
    nl: 'Dit is geen geldige YAML: {reason}. Kijk naar het inspringen en naar de aanhalingstekens op deze regel.',
    en: 'This is not valid YAML: {reason}. Look at the indentation and the quotes on this line.',
  },
  'too-complex': {
    nl: 'Dit bestand is te groot of te ingewikkeld om te lezen. Verdeel het over meer bestanden.',
    en: 'This file is too large or too complicated to read. Divide it over more files.',
  },
  'no-content': {
    nl: 'Er staat niets in het bestand. Begin met {example}.',
    en: 'There is nothing in the file. Start with {example}.',
  },
  'not-an-object': {
    nl: '{field} moet uit regels “naam: waarde” bestaan. Schrijf bijvoorbeeld {example}.',
    en: '{field} has to consist of lines “name: value”. Write for example {example}.',
  },
  missing: {
    nl: '{field} ontbreekt. Voeg toe: {example}',
    en: '{field} is missing. Add: {example}',
  },
  'missing-choice': {
    nl: '{field} ontbreekt. Kies uit: {allowed}.',
    en: '{field} is missing. Choose from: {allowed}.',
  },
  recommended: {
    nl: '{field} ontbreekt. Vul het aan, bijvoorbeeld: {example}',
    en: '{field} is missing. Add it, for example: {example}',
  },
  'recommended-choice': {
    nl: '{field} ontbreekt. Vul het aan met een van: {allowed}.',
    en: '{field} is missing. Add it with one of: {allowed}.',
  },
  'needs-field': {
    nl: '{field} ontbreekt, terwijl {other} is ingevuld met “{value}”. Voeg toe: {example}',
    en: '{field} is missing, while {other} is “{value}”. Add: {example}',
  },
  empty: {
    nl: '{field} is leeg. Schrijf bijvoorbeeld {example}, of laat de regel weg.',
    en: '{field} is empty. Write for example {example}, or leave the line out.',
  },
  'not-text': {
    nl: '{field} moet tekst zijn. Zet de waarde tussen aanhalingstekens, bijvoorbeeld {example}.',
    en: '{field} has to be text. Put the value in quotes, for example {example}.',
  },
  'not-a-list': {
    nl: '{field} moet een lijst zijn. Schrijf bijvoorbeeld {example}.',
    en: '{field} has to be a list. Write for example {example}.',
  },
  'not-a-boolean': {
    nl: '{field} moet true of false zijn, zonder aanhalingstekens.',
    en: '{field} has to be true or false, without quotes.',
  },
  'unknown-value': {
    nl: '{field} kent de waarde “{value}” niet. Kies uit: {allowed}.{suggestion}',
    en: '{field} does not know the value “{value}”. Choose from: {allowed}.{suggestion}',
  },
  'too-long': {
    nl: '{field} is {length} tekens lang. Maak er hooguit {limit} van.',
    en: '{field} is {length} characters long. Make it at most {limit}.',
  },
  'too-short': {
    nl: '{field} is {length} tekens lang. Schrijf er minstens {limit}.',
    en: '{field} is {length} characters long. Write at least {limit}.',
  },
  'not-a-name': {
    nl: '{field} is “{value}”. Gebruik 1 tot 63 letters, cijfers, “-”, “_” of “.”, met een letter of cijfer vooraan en achteraan.',
    en: '{field} is “{value}”. Use 1 to 63 letters, digits, “-”, “_” or “.”, with a letter or digit at both ends.',
  },
  'not-a-namespace': {
    nl: '{field} is “{value}”. Gebruik 1 tot 63 kleine letters, cijfers of “-”, of laat het veld weg.',
    en: '{field} is “{value}”. Use 1 to 63 lower-case letters, digits or “-”, or leave the field out.',
  },
  'not-a-tag': {
    nl: '{field} is “{value}”. Gebruik 1 tot 63 kleine letters, cijfers, “+”, “#” of “:”, met “-” tussen woorden.',
    en: '{field} is “{value}”. Use 1 to 63 lower-case letters, digits, “+”, “#” or “:”, with “-” between words.',
  },
  'not-a-reference': {
    nl: '{field} is “{value}”. Schrijf de naam van een entiteit, zo nodig met soort en namespace ervoor: {example}.',
    en: '{field} is “{value}”. Write the name of an entity, if need be with its kind and namespace: {example}.',
  },
  'not-a-url': {
    nl: '{field} is “{value}”. Schrijf een volledig adres dat met https:// of http:// begint, bijvoorbeeld {example}.',
    en: '{field} is “{value}”. Write a full address that starts with https:// or http://, for example {example}.',
  },
  'not-an-instant': {
    nl: '{field} is “{value}”. Schrijf datum en tijd in UTC, bijvoorbeeld {example}.',
    en: '{field} is “{value}”. Write date and time in UTC, for example {example}.',
  },
  'not-a-date': {
    nl: '{field} is “{value}”. Schrijf een bestaande datum als jaar-maand-dag, bijvoorbeeld {example}.',
    en: '{field} is “{value}”. Write an existing date as year-month-day, for example {example}.',
  },
  'not-an-oin': {
    nl: '{field} is “{value}”. Een OIN heeft precies 20 cijfers; zet ze tussen aanhalingstekens: {example}.',
    en: '{field} is “{value}”. An OIN has exactly 20 digits; put them in quotes: {example}.',
  },
  'not-a-tooi-uri': {
    nl: '{field} is “{value}”. Neem het adres van de organisatie over uit de TOOI-waardelijsten, bijvoorbeeld {example}.',
    en: '{field} is “{value}”. Take the address of the organisation from the TOOI value lists, for example {example}.',
  },
  'not-a-score': {
    nl: '{field} is “{value}”. Schrijf een heel getal van 0 tot en met 100, bijvoorbeeld {example}.',
    en: '{field} is “{value}”. Write a whole number from 0 to 100, for example {example}.',
  },
  'not-an-email': {
    nl: '{field} is “{value}”. Schrijf een e-mailadres, bijvoorbeeld {example}.',
    en: '{field} is “{value}”. Write an e-mail address, for example {example}.',
  },
  'not-a-definition': {
    nl: '{field} moet de beschrijving van de API zijn, of een verwijzing naar een bestand: {example}.',
    en: '{field} has to be the description of the API, or point to a file: {example}.',
  },
  'unknown-api-version': {
    nl: '{field} is “{value}”. Schrijf apiVersion: {example}.',
    en: '{field} is “{value}”. Write apiVersion: {example}.',
  },
  'unknown-annotation': {
    nl: '{field} bestaat niet, dus niemand leest het.{suggestion} Alle annotaties staan in de documentatie van het entiteitenmodel.',
    en: '{field} does not exist, so nobody reads it.{suggestion} All annotations are in the reference of the entity model.',
  },
  'misplaced-annotation': {
    nl: '{field} zegt niets over een {kind}. Zet het bij: {allowed}.',
    en: '{field} says nothing about a {kind}. Put it on: {allowed}.',
  },
  'old-version': {
    nl: '{field} is “{value}”. Dat mag, maar versie {current} is de huidige: pas het bestand aan en schrijf publiccodeYmlVersion: "{current}".',
    en: '{field} is “{value}”. That is allowed, but version {current} is the current one: update the file and write publiccodeYmlVersion: "{current}".',
  },
  'deprecated-key': {
    nl: '{field} is vervallen. {advice}',
    en: '{field} is deprecated. {advice}',
  },
  'unknown-key': {
    nl: '{field} hoort niet in dit bestand.{suggestion} Haal de regel weg of verbeter de naam.',
    en: '{field} does not belong in this file.{suggestion} Remove the line or correct its name.',
  },
} as const satisfies Record<string, EntityModelText>;

/** A key of {@link ENTITY_MODEL_PROBLEM_TEXTS}. @public */
export type EntityModelProblemCode = keyof typeof ENTITY_MODEL_PROBLEM_TEXTS;
