import { HttpProblem, type FieldFinding as HttpFinding } from '@nerds/http-api';
import {
  formatProblem,
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
 * A refusal of the free tier, out of its own table of codes.
 * @internal
 */
export class ProblemError extends HttpProblem {
  constructor(options: ProblemErrorOptions) {
    const { status, code, findings, retryAfterSeconds } = options;
    super({
      status,
      code,
      retryAfterSeconds,
      detail: options.detail ?? {
        nl: toDetail(options, 'nl'),
        en: toDetail(options, 'en'),
      },
      findings: findings?.map(toHttpFinding),
    });
  }
}

/** A finding with its sentence in both languages. @internal */
export function toHttpFinding({
  field,
  code,
  values,
}: FieldFinding): HttpFinding {
  const sentence = (language: Language) =>
    formatProblem(code, language, { field, ...values });
  return { field, code, detail: { nl: sentence('nl'), en: sentence('en') } };
}

function toDetail(options: ProblemErrorOptions, language: Language): string {
  const summary = (options.findings ?? [])
    .map(finding => toHttpFinding(finding).detail[language])
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
