import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readOpenApiDocument, type OpenApiDocument } from '@nerds/http-api';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { PROBLEM_CODES } from '../domain/problems';

const openapi = resolvePackagePath(
  '@nerds/plugin-catalog-sources-backend',
  'openapi',
);
const repoRoot = path.join(openapi, '../../..');

/** Schema of each example that is no problem. */
const SCHEMAS: Record<string, string> = {
  source: 'CatalogSource',
  sourceList: 'SourceList',
  runList: 'RunList',
  runDetails: 'RunDetails',
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

  it('knows the problem codes of the code', () => {
    const { schemas } = (document as any).components;
    expect([...schemas.ProblemCode.enum].sort()).toEqual(
      Object.keys(PROBLEM_CODES).sort(),
    );
  });

  it('has examples that are as it describes them', () => {
    const ajv = new Ajv({ strict: false });
    addFormats(ajv);
    ajv.addSchema(document, 'openapi');
    const { examples } = (document as any).components;
    const schemaOf = (name: string) =>
      name.startsWith('problem') ? 'Problem' : SCHEMAS[name];
    const checked = Object.keys(examples).filter(schemaOf);
    expect(checked.length).toBeGreaterThan(8);
    for (const name of checked) {
      const validate = ajv.compile({
        $ref: `openapi#/components/schemas/${schemaOf(name)}`,
      });
      validate(examples[name].value);
      expect({ name, errors: validate.errors }).toEqual({ name, errors: null });
    }
  });
});
