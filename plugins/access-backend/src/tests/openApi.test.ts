import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readOpenApiDocument, type OpenApiDocument } from '@nerds/http-api';
import { checkExamples } from '@nerds/http-api/testUtils';
import { ROLES } from '@nerds/plugin-access-common';
import { PROBLEM_CODES } from '../domain/problems';
import { REVIEW_ITEM_KINDS } from '../domain/reviewRecords';

const file = resolvePackagePath(
  '@nerds/plugin-access-backend',
  'openapi/openapi.yaml',
);

describe('openapi.yaml', () => {
  let document: OpenApiDocument;

  beforeAll(async () => {
    document = await readOpenApiDocument(file);
  });

  it('knows the roles, kinds of access and problem codes of the code', () => {
    const { schemas } = (document as any).components;
    expect(schemas.Role.enum).toEqual([...ROLES]);
    expect(schemas.ReviewItemKind.enum).toEqual([...REVIEW_ITEM_KINDS]);
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
