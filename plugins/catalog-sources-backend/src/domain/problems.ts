import { COMMON_PROBLEM_CODES, ProblemFactory } from '@nerds/http-api';

/** Every code that this API answers, with its sentence. @internal */
export const PROBLEM_CODES = {
  ...COMMON_PROBLEM_CODES,
  'source-not-found': {
    nl: 'Deze bron bestaat niet, of is niet meer ingesteld.',
    en: 'This source does not exist, or is not configured any more.',
  },
  'run-not-found': {
    nl: 'Deze run bestaat niet (meer).',
    en: 'This run does not exist (any more).',
  },
  'source-already-running': {
    nl: 'Deze bron wordt al bijgewerkt. Wacht tot dat klaar is.',
    en: 'This source is being updated already. Wait until that is done.',
  },
  'scheduler-unreachable': {
    nl: 'De planner van de catalogus is nu niet te bereiken. Probeer het over een minuut opnieuw.',
    en: 'The scheduler of the catalog cannot be reached at the moment. Try again in a minute.',
  },
  'report-malformed': {
    nl: 'De melding is niet zoals afgesproken: {fields}.',
    en: 'The report is not as agreed: {fields}.',
  },
  'cursor-malformed': {
    nl: 'Het veld “{field}” komt niet uit een eerder antwoord.',
    en: 'The field “{field}” is not from an earlier answer.',
  },
} as const;

/** A key of {@link PROBLEM_CODES}. @internal */
export type ProblemCode = keyof typeof PROBLEM_CODES;

/** @internal */
export const problems = new ProblemFactory(PROBLEM_CODES);
