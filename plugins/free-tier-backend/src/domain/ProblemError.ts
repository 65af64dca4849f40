import { CustomErrorBase } from '@backstage/errors';
import {
  formatProblem,
  type FieldProblem,
  type Language,
  type LocalizedText,
  type ProblemCode,
} from '@nerds/plugin-free-tier-common';

/** Parts of a problem's sentence; a text of its own may differ per language. @internal */
export type ProblemValues = Record<string, string | number>;

/** What is wrong with one field, not yet in a language. @internal */
export interface FieldFinding {
  field: string;
  code: ProblemCode;
  values?: ProblemValues;
}

/** @internal */
export interface ProblemErrorOptions {
  status: number;
  code: ProblemCode;
  values?: ProblemValues;
  findings?: FieldFinding[];
  /** Seconds after which trying again makes sense. */
  retryAfterSeconds?: number;
  /** Says it better than the sentence of the code. */
  detail?: LocalizedText;
}

/**
 * A refusal with its code, that turns into a sentence once the language of the
 * caller is known.
 * @internal
 */
export class ProblemError extends CustomErrorBase {
  name = 'ProblemError' as const;
  readonly statusCode: number;
  readonly options: ProblemErrorOptions;

  constructor(options: ProblemErrorOptions) {
    super(toProblemDetail(options, 'en'));
    this.statusCode = options.status;
    this.options = options;
  }
}

/** A finding as the API answers it. @internal */
export function toFieldProblem(
  finding: FieldFinding,
  language: Language,
): FieldProblem {
  return {
    field: finding.field,
    code: finding.code,
    detail: formatProblem(finding.code, language, {
      field: finding.field,
      ...finding.values,
    }),
  };
}

/** The sentence of a problem. @internal */
export function toProblemDetail(
  options: ProblemErrorOptions,
  language: Language,
): string {
  if (options.detail) return options.detail[language];
  const summary = (options.findings ?? [])
    .map(finding => toFieldProblem(finding, language).detail)
    .join(' ');
  return formatProblem(options.code, language, { summary, ...options.values });
}

/** A 400 that names every field that is wrong. @internal */
export function buildValidationProblem(findings: FieldFinding[]): ProblemError {
  return new ProblemError({ status: 400, code: 'validation-failed', findings });
}

/** A 404, also for what the caller may not know exists. @internal */
export function buildClusterNotFoundProblem(id: string): ProblemError {
  return new ProblemError({
    status: 404,
    code: 'cluster-not-found',
    values: { id },
  });
}

/** A 409 about one field, for example a name that is taken. @internal */
export function buildConflictProblem(finding: FieldFinding): ProblemError {
  return new ProblemError({
    status: 409,
    code: finding.code,
    values: { field: finding.field, ...finding.values },
    findings: [finding],
  });
}
