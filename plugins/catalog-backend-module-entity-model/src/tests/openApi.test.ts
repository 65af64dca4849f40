import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readOpenApiDocument, type OpenApiDocument } from '@nerds/http-api';
import { checkExamples } from '@nerds/http-api/testUtils';
import { PROBLEM_CODES } from '../domain/problems';

const file = resolvePackagePath(
  '@nerds/plugin-catalog-backend-module-entity-model',
  'openapi/openapi.yaml',
);

describe('openapi.yaml', () => {
  let document: OpenApiDocument;

  beforeAll(async () => {
    document = await readOpenApiDocument(file);
  });

  it('knows the problem codes of the code', () => {
    const { schemas } = (document as any).components;
    expect([...schemas.ProblemCode.enum].sort()).toEqual(
      Object.keys(PROBLEM_CODES).sort(),
    );
  });

  it('has examples that are as it describes them', () => {
    const checked = checkExamples(document);
    expect(checked.length).toBeGreaterThan(3);
    expect(checked.filter(({ errors }) => errors)).toEqual([]);
  });
});
