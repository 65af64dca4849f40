import { readFile } from 'node:fs/promises';
import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';

/** The description of an API; its version is the version of the API. @public */
export interface OpenApiDocument extends JsonObject {
  info: JsonObject & { version: string };
  paths: JsonObject;
}

/**
 * Reads the description of an API.
 *
 * @param file - path of the YAML file; use `resolvePackagePath`
 * @param contact - whom users of the API can turn to; absent: what the file says
 * @public
 */
export async function readOpenApiDocument(
  file: string,
  contact?: JsonObject,
): Promise<OpenApiDocument> {
  const document: OpenApiDocument = parse(await readFile(file, 'utf8'));
  return contact
    ? { ...document, info: { ...document.info, contact } }
    : document;
}
