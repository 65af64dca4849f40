import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { readOpenApiDocument, type OpenApiDocument } from '../openApiDocument';
import type { ProblemCodes } from '../problems/ProblemFactory';
import { checkExamples } from './checkExamples';

/** Fewer examples than this help nobody who has to call an API. */
const MIN_EXAMPLES = 4;

function readAt(document: OpenApiDocument, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce(
      (value: unknown, key) => (value as Record<string, unknown>)?.[key],
      document,
    );
}

/**
 * The tests of `openapi/openapi.yaml` that every API of the portal has: its
 * examples are as it describes them, and what the code knows it says as well.
 *
 * @param packageName - the package that has the description
 * @param options - `problemCodes`: the codes that the API answers, described as
 *   the schema `ProblemCode`; `constants`: what else is in the code, by the JSON
 *   pointer of the place that repeats it
 * @public
 */
// eslint-disable-next-line jest/no-export -- the tests are those of who calls it
export function describeOpenApi(
  packageName: string,
  options: {
    problemCodes?: ProblemCodes;
    constants?: Record<string, unknown>;
  } = {},
): void {
  const { problemCodes, constants = {} } = options;

  describe('openapi.yaml', () => {
    let document: OpenApiDocument;

    beforeAll(async () => {
      document = await readOpenApiDocument(
        resolvePackagePath(packageName, 'openapi/openapi.yaml'),
      );
    });

    it('has examples that are as it describes them', () => {
      const checked = checkExamples(document);
      expect(checked.length).toBeGreaterThanOrEqual(MIN_EXAMPLES);
      expect(checked.filter(({ errors }) => errors)).toEqual([]);
    });

    const described = Object.entries(constants);
    if (described.length > 0) {
      it.each(described)('says at %s what the code knows', (pointer, value) => {
        expect(readAt(document, pointer)).toEqual(value);
      });
    }

    if (problemCodes) {
      it('knows the problem codes of the code, and no other', () => {
        const codes = readAt(document, '/components/schemas/ProblemCode/enum');
        expect([...(codes as string[])].sort()).toEqual(
          Object.keys(problemCodes).sort(),
        );
      });
    }
  });
}
