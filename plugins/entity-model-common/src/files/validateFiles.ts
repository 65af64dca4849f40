import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseAllDocuments,
  type Document,
  type Node,
} from 'yaml';
import type {
  EntityModelProblem,
  FieldPath,
  LocatedProblem,
} from '../problems/EntityModelProblem';
import type { EntityModelProblemCode } from '../problems/problemTexts';
import { validatePubliccode } from '../publiccode/validatePubliccode';
import { isFileObject, readValue } from '../validation/readValue';
import { validateEntity } from '../validation/validateEntity';
import { isTooComplex } from './isTooComplex';

/** Aliases that expand to more than this are an attack, not a file. */
const MAX_ALIAS_COUNT = 100;

/** Of one entity, errors before warnings; who has more begins with these. */
const MAX_PROBLEMS = 100;

/** Of a whole file, in the same order: nobody reads an answer of a hundred thousand. */
const MAX_FILE_PROBLEMS = 2_000;

function sortErrorsFirst<T extends EntityModelProblem>(problems: T[]): T[] {
  const isError = ({ severity }: T) => severity === 'error';
  return [
    ...problems.filter(isError),
    ...problems.filter(problem => !isError(problem)),
  ];
}

/** Where a field stands; where it should stand when it is not there. */
function findOffset(document: Document.Parsed, path: FieldPath): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? document.range[0];
  for (const part of path) {
    if (!isCollection(node)) return offset;
    if (isMap(node)) {
      const pair = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(part),
      );
      if (!pair) return offset;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else {
      const item: unknown = node.items[Number(part)];
      if (item === undefined || isPair(item)) return offset;
      offset = (item as Node).range?.[0] ?? offset;
      node = item;
    }
  }
  return offset;
}

function nameOf(value: unknown): string | undefined {
  const kind = readValue(value, ['kind']);
  const name = readValue(value, ['metadata', 'name']);
  if (typeof kind !== 'string' || typeof name !== 'string') return undefined;
  return `${kind} ${name}`;
}

function validateDocument(
  document: Document.Parsed,
  lines: LineCounter,
  validate: (value: unknown) => EntityModelProblem[],
): LocatedProblem[] {
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    // linePos gives 0 for a file without content
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const toNotYaml = (offset: number, message: string): LocatedProblem => ({
    code: 'not-yaml',
    severity: 'error',
    path: [],
    // the rest of the message draws the place, which line and column say
    params: { reason: message.split(/ at line \d+| \(/)[0].split('\n')[0] },
    ...at(offset),
  });
  // What follows the first error mostly follows from it.
  const [error] = document.errors;
  if (error) return [toNotYaml(error.pos[0], error.message)];
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MAX_ALIAS_COUNT });
  } catch (failure) {
    return [toNotYaml(document.range[0], (failure as Error).message)];
  }
  const entity = nameOf(value);
  return sortErrorsFirst(validate(value))
    .slice(0, MAX_PROBLEMS)
    .map(problem => ({
      ...problem,
      ...at(findOffset(document, problem.path)),
      ...(entity && { entity }),
    }));
}

function validateDocuments(
  text: string,
  example: string,
  validate: (value: unknown) => EntityModelProblem[],
): LocatedProblem[] {
  const toProblem = (
    code: EntityModelProblemCode,
    params: Record<string, string> = {},
  ): LocatedProblem[] => [
    { code, severity: 'error', path: [], params, line: 1, column: 1 },
  ];
  if (isTooComplex(text)) return toProblem('too-complex');
  const lines = new LineCounter();
  const parsed = parseAllDocuments(text, {
    lineCounter: lines,
    // they quote the whole line for each error, and a line can be the whole file
    prettyErrors: false,
  });
  // An empty document is what a `---` at the end of a file makes.
  const documents = Array.isArray(parsed)
    ? parsed.filter(({ contents, errors }) => {
        const isNull = isScalar(contents) && contents.value === null;
        return errors.length > 0 || (contents !== null && !isNull);
      })
    : [];
  if (documents.length === 0) {
    return toProblem('no-content', { example });
  }
  const found = documents.flatMap(document =>
    validateDocument(document, lines, validate),
  );
  return sortErrorsFirst(found)
    .slice(0, MAX_FILE_PROBLEMS)
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

/**
 * Everything that is not right in the text of a catalog-info.yaml, with the line
 * of each.
 *
 * @public
 */
export function validateCatalogInfo(text: string): LocatedProblem[] {
  const start = 'apiVersion: backstage.io/v1alpha1';
  return validateDocuments(text, start, validateEntity);
}

/**
 * Everything that is not right in the text of a publiccode.yml, with the line of
 * each.
 *
 * @public
 */
export function validatePubliccodeFile(text: string): LocatedProblem[] {
  return validateDocuments(text, 'publiccodeYmlVersion: "0.7"', value =>
    validatePubliccode(isFileObject(value) ? value : undefined),
  );
}
