import type {
  EntityErrorProblem,
  EntityModelLanguage,
} from '@nerds/plugin-entity-model-common';
import { parseDescription } from '../problems/describeProblems';
import { withoutCredentials } from './withoutCredentials';

/** An error as the catalog keeps it. */
interface StoredError {
  message?: unknown;
  cause?: unknown;
}

const MAX_PROBLEMS = 50;
const MAX_DETAIL_LENGTH = 2_000;

/** More than is shown, so that no half of a secret is left at the end of that. */
const MAX_READ_LENGTH = 4_000;

/** How a sentence about a field begins, such as `spec.owner` or `metadata.tags[0]`. */
const FIELD =
  /^((?:apiVersion|kind|metadata|spec)(?:\.[\w-]+|\[\d+\]|\["[^"]*"\])*)(?=[\s:])/;

function isObject(value: unknown): value is StoredError {
  return typeof value === 'object' && value !== null;
}

/** The catalog wraps what a processor says; only that is for the developer. */
function toMessage(error: StoredError): string {
  const { cause, message } = error;
  if (isObject(cause) && typeof cause.message === 'string') {
    return toMessage(cause);
  }
  return typeof message === 'string' ? message : 'Unknown error';
}

function toProblem(detail: string, line?: number): EntityErrorProblem {
  const clean = withoutCredentials(detail.slice(0, MAX_READ_LENGTH));
  const field = FIELD.exec(clean)?.[1];
  const isLong = clean.length > MAX_DETAIL_LENGTH;
  return {
    ...(field && { field }),
    ...(line !== undefined && { line }),
    detail: isLong ? `${clean.slice(0, MAX_DETAIL_LENGTH)}…` : clean,
  };
}

/**
 * What a developer has to repair, out of the errors that the catalog keeps with
 * an entity. What the entity model says is in the language that was asked for;
 * what others say is as they say it.
 *
 * @param errors - JSON, as in the tables of the catalog
 * @internal
 */
export function toProblems(
  errors: string,
  language: EntityModelLanguage,
): EntityErrorProblem[] {
  const stored: unknown = JSON.parse(errors);
  if (!Array.isArray(stored)) return [];
  return stored
    .filter(isObject)
    .flatMap(error => {
      const message = toMessage(error);
      const sentences = parseDescription(message, language);
      return sentences
        ? sentences.map(({ detail, line }) => toProblem(detail, line))
        : [toProblem(message)];
    })
    .slice(0, MAX_PROBLEMS);
}
