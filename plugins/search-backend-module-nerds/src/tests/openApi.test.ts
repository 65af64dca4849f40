import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readOpenApiDocument, type OpenApiDocument } from '@nerds/http-api';
import { checkExamples } from '@nerds/http-api/testUtils';
import {
  MAX_PAGE_SIZE,
  MAX_QUERY_LENGTH,
  SEARCH_CATEGORIES,
} from '@nerds/plugin-search-common';
import { PROBLEM_CODES } from '../domain/problems';

const file = resolvePackagePath(
  '@nerds/plugin-search-backend-module-nerds',
  'openapi/openapi.yaml',
);

describe('openapi.yaml', () => {
  let document: OpenApiDocument;

  beforeAll(async () => {
    document = await readOpenApiDocument(file);
  });

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
    const checked = checkExamples(document);
    expect(checked.length).toBeGreaterThan(3);
    expect(checked.filter(({ errors }) => errors)).toEqual([]);
  });
});
