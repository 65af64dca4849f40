import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Response } from 'supertest';
import type { OpenApiDocument } from '@nerds/http-api';

/** A value somewhere in the document, with its `$ref` followed. */
function resolve(document: any, node: any): any {
  if (!node?.$ref) return node;
  const path: string[] = node.$ref.slice(2).split('/');
  return path.reduce((value, key) => value[key], document);
}

/**
 * Holds an answer against the description of the API: the status, the headers
 * and the body have to be as described. Addresses that are not described may
 * only answer an error.
 */
export function createAnswerCheck(document: OpenApiDocument) {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(document, 'openapi');
  const validators = new Map<string, ValidateFunction>();
  const validatorOf = (schema: any): ValidateFunction => {
    const key = JSON.stringify(schema);
    const absolute = JSON.parse(
      key.replaceAll('"#/components', '"openapi#/components'),
    );
    const validator = validators.get(key) ?? ajv.compile(absolute);
    validators.set(key, validator);
    return validator;
  };
  const templates = Object.keys(document.paths).map(template => ({
    template,
    pattern: new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`),
  }));

  return (method: string, path: string, answer: Response): void => {
    const [pathname] = path.split('?');
    const known = templates.find(({ pattern }) => pattern.test(pathname));
    const operation = known && (document.paths as any)[known.template][method];
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
