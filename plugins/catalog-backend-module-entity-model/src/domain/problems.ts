import { COMMON_PROBLEM_CODES, ProblemFactory } from '@nerds/http-api';

/** Every code that this API answers, with its sentence. @internal */
export const PROBLEM_CODES = {
  ...COMMON_PROBLEM_CODES,
  'cursor-malformed': {
    nl: 'Het veld “{field}” komt niet uit een eerder antwoord.',
    en: 'The field “{field}” is not from an earlier answer.',
  },
} as const;

/** @internal */
export const problems = new ProblemFactory(PROBLEM_CODES);
