import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readOpenApiDocument, type OpenApiDocument } from '@nerds/http-api';
import { checkExamples } from '@nerds/http-api/testUtils';

const file = resolvePackagePath(
  '@nerds/plugin-audit-log-backend',
  'openapi/openapi.yaml',
);

describe('openapi.yaml', () => {
  let document: OpenApiDocument;

  beforeAll(async () => {
    document = await readOpenApiDocument(file);
  });

  it('has examples that are as it describes them', () => {
    const checked = checkExamples(document);
    expect(checked.length).toBeGreaterThan(3);
    expect(checked.filter(({ errors }) => errors)).toEqual([]);
  });
});
