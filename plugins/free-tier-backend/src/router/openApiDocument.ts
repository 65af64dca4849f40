import { readFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import type { ContactOptions } from '../domain/FreeTierOptions';

/** The description of the API; its version is the version of the API. @internal */
export interface OpenApiDocument extends JsonObject {
  info: JsonObject & { version: string };
  paths: JsonObject;
}

/**
 * Reads `openapi/openapi.yaml`, which ships with the package.
 *
 * @param contact - whom users of the API can turn to; absent: what the file says
 * @internal
 */
export async function readOpenApiDocument(
  contact?: ContactOptions,
): Promise<OpenApiDocument> {
  const file = resolvePackagePath(
    '@nerds/plugin-free-tier-backend',
    'openapi/openapi.yaml',
  );
  const document: OpenApiDocument = parse(await readFile(file, 'utf8'));
  return contact
    ? { ...document, info: { ...document.info, contact: { ...contact } } }
    : document;
}
