import type { OpenApiDocument } from '../openApiDocument';
import { checkExamples } from './checkExamples';

const describeAnswer = (examples: object): OpenApiDocument => ({
  openapi: '3.0.3',
  info: { title: 'Example', version: '1.0.0' },
  paths: {
    '/things/{thingId}': {
      get: {
        responses: {
          200: {
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Thing' },
                examples: examples as any,
              },
            },
          },
        },
      },
    },
  },
  components: {
    examples: {
      good: { value: { name: 'a' } },
      bad: { value: { name: 1 } },
      unused: { value: 1 },
    },
    schemas: {
      Thing: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string' } },
      },
    },
  },
});

const ANSWER =
  '/paths/~1things~1{thingId}/get/responses/200/content/application~1json';

describe('checkExamples', () => {
  it('holds what an example refers to against the schema beside it', () => {
    const checked = checkExamples(
      describeAnswer({
        good: { $ref: '#/components/examples/good' },
        bad: { $ref: '#/components/examples/bad' },
      }),
    );
    expect(checked).toEqual([
      { pointer: `${ANSWER}/examples/good`, errors: null },
      {
        pointer: `${ANSWER}/examples/bad`,
        errors: [
          expect.objectContaining({
            instancePath: '/name',
            message: 'must be string',
          }),
        ],
      },
    ]);
  });

  it('holds an example that is written out against it', () => {
    const [{ errors }] = checkExamples(
      describeAnswer({ inline: { value: {} } }),
    );
    expect(errors).toEqual([expect.objectContaining({ keyword: 'required' })]);
  });
});
