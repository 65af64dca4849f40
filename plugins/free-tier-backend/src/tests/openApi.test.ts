import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readOpenApiDocument, type OpenApiDocument } from '@nerds/http-api';
import { checkExamples } from '@nerds/http-api/testUtils';
import {
  CLUSTER_CONDITION_TYPES,
  PROBLEM_CODES,
} from '@nerds/plugin-free-tier-common';

const file = resolvePackagePath(
  '@nerds/plugin-free-tier-backend',
  'openapi/openapi.yaml',
);

describe('openapi.yaml', () => {
  let document: OpenApiDocument;

  beforeAll(async () => {
    document = await readOpenApiDocument(file);
  });

  it('knows the conditions of the code', () => {
    const { components } = document as any;
    expect(components.schemas.ClusterCondition.properties.type.enum).toEqual([
      ...CLUSTER_CONDITION_TYPES,
    ]);
  });

  it('has examples that are as it describes them', () => {
    const checked = checkExamples(document);
    expect(checked.length).toBeGreaterThan(3);
    expect(checked.filter(({ errors }) => errors)).toEqual([]);
  });
});

describe('docs/reference/errors.md', () => {
  it('lists every problem code, and no other', async () => {
    const reference = path.join(
      path.dirname(file),
      '../../../docs/reference/errors.md',
    );
    const text = await readFile(reference, 'utf8');
    const listed = [...text.matchAll(/^\| `([a-z-]+)`/gm)].map(
      match => match[1],
    );
    expect(listed.sort()).toEqual(Object.keys(PROBLEM_CODES).sort());
  });
});
