import type { LocalizedText } from '../language';
import { HttpProblem, type FieldFinding } from './HttpProblem';

/** Codes of an API with their sentences; `{…}` is filled in. @public */
export type ProblemCodes = Record<string, LocalizedText>;

/** What goes into the `{…}` of a sentence. @public */
export type ProblemValues = Record<string, string | number>;

function fill(sentence: string, values: ProblemValues): string {
  return sentence.replace(/\{(\w+)\}/g, (part, key) =>
    Object.hasOwn(values, key) ? String(values[key]) : part,
  );
}

/**
 * A sentence with its `{…}` filled in; a part without a value stays as it is.
 *
 * @public
 */
export function formatLocalized(
  text: LocalizedText,
  values: ProblemValues = {},
): LocalizedText {
  return { nl: fill(text.nl, values), en: fill(text.en, values) };
}

/**
 * Builds the problems of one API out of its table of codes, so that no code is
 * ever without a sentence in both languages.
 *
 * @public
 */
export class ProblemFactory<TCodes extends ProblemCodes> {
  readonly #codes: TCodes;

  /**
   * @param codes - {@link COMMON_PROBLEM_CODES} and the API's own
   */
  constructor(codes: TCodes) {
    this.#codes = codes;
  }

  /** A refusal with the sentence of its code. */
  problem(
    status: number,
    code: keyof TCodes & string,
    values?: ProblemValues,
    options: { retryAfterSeconds?: number } = {},
  ): HttpProblem {
    const detail = formatLocalized(this.#codes[code], values);
    return new HttpProblem({ status, code, detail, ...options });
  }

  /** What is wrong with one field. */
  finding(
    field: string,
    code: keyof TCodes & string,
    values: ProblemValues = {},
  ): FieldFinding {
    const detail = formatLocalized(this.#codes[code], { field, ...values });
    return { field, code, detail };
  }

  /** A 400 that names every field that is wrong. Needs the code `validation-failed`. */
  validation(findings: FieldFinding[]): HttpProblem {
    const join = (language: keyof LocalizedText) =>
      findings.map(({ detail }) => detail[language]).join(' ');
    const text = this.#codes['validation-failed'];
    return new HttpProblem({
      status: 400,
      code: 'validation-failed',
      detail: {
        nl: fill(text.nl, { summary: join('nl') }),
        en: fill(text.en, { summary: join('en') }),
      },
      findings,
    });
  }

  /** A 409 about one field, for example a name that is taken. */
  conflict(finding: FieldFinding): HttpProblem {
    const { code, detail } = finding;
    return new HttpProblem({ status: 409, code, detail, findings: [finding] });
  }
}
