import { COMMON_PROBLEM_CODES, ProblemFactory } from '@nerds/http-api';

/** Every code that this API answers, with its sentences. @internal */
export const PROBLEM_CODES = {
  ...COMMON_PROBLEM_CODES,
  'cursor-not-valid': {
    nl: 'Het veld “{field}” is geen “nextCursor” uit een eerder antwoord.',
    en: 'The field “{field}” is not a “nextCursor” of an earlier answer.',
  },
};

/** @internal */
export const problems = new ProblemFactory(PROBLEM_CODES);
