import { COMMON_PROBLEM_CODES, ProblemFactory } from '@nerds/http-api';

/** Every code that this API answers, with its sentence. @internal */
export const PROBLEM_CODES = {
  ...COMMON_PROBLEM_CODES,
  'field-not-entity-ref': {
    nl: 'Het veld “{field}” moet een verwijzing zijn zoals component:default/aangifte.',
    en: 'The field “{field}” must be a reference such as component:default/aangifte.',
  },
  'site-not-found': {
    nl: 'Dit onderdeel bestaat niet, of heeft geen documentatie.',
    en: 'This item does not exist, or has no documentation.',
  },
  'build-not-found': {
    nl: 'Deze build bestaat niet (meer).',
    en: 'This build does not exist (any more).',
  },
  'built-elsewhere': {
    nl: 'Deze documentatie wordt niet in het portaal gebouwd, maar in een pipeline. Bouw ze daar opnieuw.',
    en: 'This documentation is not built in the portal, but in a pipeline. Build it again there.',
  },
} as const;

/** @internal */
export const problems = new ProblemFactory(PROBLEM_CODES);
