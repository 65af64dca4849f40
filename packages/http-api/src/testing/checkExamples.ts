import Ajv, { type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import type { OpenApiDocument } from '../openApiDocument';

/** An example, and what is wrong with it. @public */
export interface CheckedExample {
  /** Where it stands, as a JSON pointer. */
  pointer: string;
  /** `null` when it is as its schema says. */
  errors: ErrorObject[] | null;
}

interface Described {
  schema: object;
  examples: Record<string, { $ref?: string; value?: unknown }>;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function hasExamples(value: object): value is Described {
  const { schema, examples } = value as Partial<Described>;
  return isObject(schema) && isObject(examples) && !Array.isArray(examples);
}

const toPointer = (path: string[]) =>
  path
    .map(key => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');

/** Every part of a document that has a schema and examples of it. */
function* findDescribed(
  node: unknown,
  path: string[],
): Generator<{ path: string[]; described: Described }> {
  if (!isObject(node)) return;
  if (hasExamples(node)) yield { path, described: node };
  for (const [key, value] of Object.entries(node)) {
    yield* findDescribed(value, [...path, key]);
  }
}

function valueOf(
  document: OpenApiDocument,
  example: Described['examples'][string],
): unknown {
  if (!example.$ref) return example.value;
  const { examples } = document.components as {
    examples: Described['examples'];
  };
  return examples[example.$ref.slice('#/components/examples/'.length)].value;
}

/**
 * Holds the examples of a description against the schemas beside them, where
 * they are used: in parameters, requests and responses.
 *
 * @public
 */
export function checkExamples(document: OpenApiDocument): CheckedExample[] {
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);
  ajv.addSchema(document, 'openapi');
  return [...findDescribed(document, [])].flatMap(({ path, described }) => {
    const fragment = encodeURI(toPointer([...path, 'schema']));
    const validate = ajv.compile({ $ref: `openapi#${fragment}` });
    return Object.entries(described.examples).map(([name, example]) => {
      validate(valueOf(document, example));
      return {
        pointer: toPointer([...path, 'examples', name]),
        errors: validate.errors ?? null,
      };
    });
  });
}
