import { COMMON_PROBLEM_CODES, ProblemFactory } from '@nerds/http-api';

/** Every code that this API answers, with its sentence. @internal */
export const PROBLEM_CODES = {
  ...COMMON_PROBLEM_CODES,
  'query-without-words': {
    nl: 'In het veld “{field}” staat geen woord of getal om op te zoeken.',
    en: 'There is no word or number to search for in the field “{field}”.',
  },
} as const;

/** @internal */
export const problems = new ProblemFactory(PROBLEM_CODES);

const QUOTED_MAX_LENGTH = 100;

/** A value of the caller, short enough to say back. @internal */
export function toQuoted(value: string): string {
  const characters = [...value];
  return characters.length > QUOTED_MAX_LENGTH
    ? `${characters.slice(0, QUOTED_MAX_LENGTH).join('')}…`
    : value;
}
