import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, object> };
}

/** The description of the API: one file for people, for the test and for `/v1/openapi.json`. */
export function readOpenApi(): OpenApiDocument {
  const file = resolve(import.meta.dirname, '../openapi/openapi.yaml');
  return parse(readFileSync(file, 'utf8')) as OpenApiDocument;
}
