import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readOpenApiDocument, type OpenApiDocument } from '@nerds/http-api';
import {
  MAX_PAGE_SIZE,
  MAX_QUERY_LENGTH,
  SEARCH_CATEGORIES,
} from '@nerds/plugin-search-common';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { PROBLEM_CODES } from '../domain/problems';

const openapi = resolvePackagePath(
  '@nerds/plugin-search-backend-module-nerds',
  'openapi',
);
const repoRoot = path.join(openapi, '../../..');

const SCHEMAS: Record<string, string> = {
  results: 'SearchAnswer',
  zeroResults: 'ZeroResults',
  problemTooLong: 'Problem',
  problemNotAuthenticated: 'Problem',
  problemNotAllowed: 'Problem',
};

describe('openapi.yaml', () => {
  let document: OpenApiDocument;

  beforeAll(async () => {
    document = await readOpenApiDocument(path.join(openapi, 'openapi.yaml'));
  });

  it('keeps the NL API Design Rules 2.2', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      path.join(repoRoot, 'node_modules/.bin/spectral'),
      'lint',
      '--ruleset',
      path.join(repoRoot, '.spectral.yaml'),
      '--fail-severity',
      'warn',
      path.join(openapi, 'openapi.yaml'),
    ]);
    expect(stdout).toContain('No results');
  }, 60_000);

  it('knows the categories, limits and problem codes of the code', () => {
    const { schemas, parameters } = (document as any).components;
    expect(schemas.Category.enum).toEqual([...SEARCH_CATEGORIES]);
    expect(parameters.Query.schema.maxLength).toBe(MAX_QUERY_LENGTH);
    expect(parameters.PageSize.schema.maximum).toBe(MAX_PAGE_SIZE);
    expect([...schemas.ProblemCode.enum].sort()).toEqual(
      Object.keys(PROBLEM_CODES).sort(),
    );
  });

  it('has examples that are as it describes them', () => {
    const ajv = new Ajv({ strict: false });
    addFormats(ajv);
    ajv.addSchema(document, 'openapi');
    const { examples } = (document as any).components;
    expect(Object.keys(examples).sort()).toEqual(Object.keys(SCHEMAS).sort());
    for (const [name, schema] of Object.entries(SCHEMAS)) {
      const validate = ajv.compile({
        $ref: `openapi#/components/schemas/${schema}`,
      });
      validate(examples[name].value);
      expect({ name, errors: validate.errors }).toEqual({ name, errors: null });
    }
  });
});
