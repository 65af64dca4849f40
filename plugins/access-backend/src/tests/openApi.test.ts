import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readOpenApiDocument, type OpenApiDocument } from '@nerds/http-api';
import { ROLES } from '@nerds/plugin-access-common';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { PROBLEM_CODES } from '../domain/problems';
import { REVIEW_ITEM_KINDS } from '../domain/reviewRecords';

const openapi = resolvePackagePath('@nerds/plugin-access-backend', 'openapi');
const repoRoot = path.join(openapi, '../../..');

/** Schema of each example; what is not named is a list. */
const SCHEMAS: Record<string, string> = {
  ownAccess: 'OwnAccess',
  roleGrant: 'RoleGrant',
  roleGrantRequest: 'RoleGrantRequest',
  reviewRequest: 'ReviewRequest',
  reviewDecisions: 'ReviewDecisions',
  review: 'AccessReview',
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

  it('knows the roles, kinds of access and problem codes of the code', () => {
    const { schemas } = (document as any).components;
    expect(schemas.Role.enum).toEqual([...ROLES]);
    expect(schemas.ReviewItemKind.enum).toEqual([...REVIEW_ITEM_KINDS]);
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
    expect(checked.length).toBeGreaterThan(10);
    for (const name of checked) {
      const validate = ajv.compile({
        $ref: `openapi#/components/schemas/${schemaOf(name)}`,
      });
      validate(examples[name].value);
      expect({ name, errors: validate.errors }).toEqual({ name, errors: null });
    }
  });
});
