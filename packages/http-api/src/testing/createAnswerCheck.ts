import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { OpenApiDocument } from '../openApiDocument';

/** An answer as supertest has it. @public */
export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  text: string;
}

/** What a response of an operation says, as far as it is looked at. */
interface DescribedResponse {
  $ref?: string;
  headers: Record<string, unknown>;
  content?: Record<string, { schema: object }>;
}

interface DescribedOperation {
  responses: Record<string, DescribedResponse | undefined>;
}

/** The response, with its `$ref` followed. */
function resolve(
  document: OpenApiDocument,
  response?: DescribedResponse,
): DescribedResponse | undefined {
  if (!response?.$ref) return response;
  const path = response.$ref.slice('#/'.length).split('/');
  return path.reduce(
    (value: unknown, key) => (value as Record<string, unknown>)[key],
    document,
  ) as DescribedResponse;
}

/**
 * Holds an answer against the description of the API: the status, the headers
 * and the body have to be as described. Addresses that are not described may
 * only answer an error.
 *
 * @returns a function that throws when an answer is not as described
 * @public
 */
export function createAnswerCheck(document: OpenApiDocument) {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(document, 'openapi');
  const validators = new Map<string, ValidateFunction>();
  const validatorOf = (schema: object): ValidateFunction => {
    const key = JSON.stringify(schema);
    const absolute = JSON.parse(
      key.replaceAll('"#/components', '"openapi#/components'),
    );
    const validator = validators.get(key) ?? ajv.compile(absolute);
    validators.set(key, validator);
    return validator;
  };
  const paths = document.paths as unknown as Record<
    string,
    Record<string, DescribedOperation | undefined>
  >;
  const templates = Object.keys(paths).map(template => ({
    template,
    pattern: new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`),
  }));

  return (method: string, path: string, answer: HttpAnswer): void => {
    const [pathname] = path.split('?');
    const known = templates.find(({ pattern }) => pattern.test(pathname));
    const operation = known && paths[known.template][method];
    const where = `${method} ${path} ${answer.status}`;
    if (!operation) {
      if (answer.status < 400) throw new Error(`${where} is not described`);
      return;
    }
    const responses = operation.responses;
    if (answer.status === 500) return;
    const response = resolve(document, responses[answer.status]);
    if (!response) throw new Error(`${where} is not a described status`);
    for (const header of ['API-Version', 'Content-Language']) {
      const isDescribed = response.headers[header] !== undefined;
      const isThere = answer.headers[header.toLowerCase()] !== undefined;
      if (isDescribed && !isThere) throw new Error(`${where} lacks ${header}`);
    }
    if (!response.content) return;
    const [type] = answer.headers['content-type'].split(';');
    const content = response.content[type];
    if (!content) throw new Error(`${where} is not described as ${type}`);
    if (!type.endsWith('json')) return;
    const validate = validatorOf(content.schema);
    const body = JSON.parse(answer.text);
    if (!validate(body)) {
      const errors = JSON.stringify(validate.errors, undefined, 2);
      throw new Error(`${where} is not as described: ${errors}`);
    }
  };
}
