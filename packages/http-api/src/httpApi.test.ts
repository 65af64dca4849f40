import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthenticationError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  createRequestContext,
  runInRequestContext,
  type RequestContext,
} from '@nerds/request-context';
import express from 'express';
import request from 'supertest';
import {
  COMMON_PROBLEM_CODES,
  createJsonBodyMiddleware,
  createProblemMiddleware,
  handle,
  ProblemFactory,
} from './index';
import { createHeadersMiddleware } from './middleware/createHeadersMiddleware';

const problems = new ProblemFactory({
  ...COMMON_PROBLEM_CODES,
  'name-taken': {
    nl: 'De naam “{value}” bestaat al.',
    en: 'The name “{value}” exists already.',
  },
});

const logger = mockServices.logger.mock();
const FAILURES: Record<string, Error> = {
  conflict: problems.conflict(
    problems.finding('name', 'name-taken', { value: '{field} $&' }),
  ),
  validation: problems.validation([
    problems.finding('team', 'field-required'),
    problems.finding('name', 'field-too-long', { limit: 20 }),
  ]),
  'signed-out': new AuthenticationError('no token'),
  refused: new NotAllowedError('because of rule 17'),
  down: new ServiceUnavailableError('connect ECONNREFUSED 10.0.0.1:5432'),
  known: Object.assign(new Error('x'), { name: 'OwnError' }),
  unknown: new Error('password authentication failed for user "portal"'),
};

function createApp(context?: RequestContext) {
  const app = express();
  if (context) app.use((_, __, next) => runInRequestContext(context, next));
  app.use(createHeadersMiddleware('1.2.3'));
  app.get(
    '/fail/:how',
    handle(async req => {
      throw FAILURES[req.params.how];
    }),
  );
  app.post('/echo', createJsonBodyMiddleware(), (req, res) => {
    res.json(req.body);
  });
  app.use(
    createProblemMiddleware({
      logger,
      toProblem: error =>
        error.name === 'OwnError'
          ? problems.problem(409, 'name-taken', { value: 'a' })
          : undefined,
    }),
  );
  return app;
}

const fail = (how: string, language = 'nl') =>
  request(createApp()).get(`/fail/${how}`).set('Accept-Language', language);

describe('an HTTP API of the portal', () => {
  beforeEach(() => jest.clearAllMocks());

  it('says its version and language, and lets nothing be kept', async () => {
    const { headers } = await fail('conflict', 'en');
    expect(headers).toMatchObject({
      'api-version': '1.2.3',
      'content-language': 'en',
      'cache-control': 'no-store',
      'content-type': expect.stringContaining('application/problem+json'),
    });
  });

  it('names the field that is wrong, and leaves what a person typed as it is', async () => {
    const { status, body } = await fail('conflict');
    expect(status).toBe(409);
    expect(body).toEqual({
      type: 'urn:nerds:problem:name-taken',
      title: 'Kan nu niet',
      status: 409,
      detail: 'De naam “{field} $&” bestaat al.',
      code: 'name-taken',
      errors: [
        {
          field: 'name',
          code: 'name-taken',
          detail: 'De naam “{field} $&” bestaat al.',
        },
      ],
    });
  });

  it('names every field at once', async () => {
    const { body } = await fail('validation', 'en');
    expect(body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'team',
      'name',
    ]);
    expect(body.detail).toBe(
      'The request is not valid: Fill in the field “team”. The field “name” is too long; at most 20 characters.',
    );
  });

  it.each([
    ['signed-out', 401, 'not-authenticated'],
    ['refused', 403, 'not-allowed'],
    ['down', 503, 'temporarily-unavailable'],
    ['known', 409, 'name-taken'],
    ['unknown', 500, 'internal-error'],
  ])('answers %s with %d %s', async (how, status, code) => {
    const answer = await fail(how);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.text).not.toMatch(/rule 17|ECONNREFUSED|password|\n\s+at /);
  });

  it('says when to try again', async () => {
    const { headers } = await fail('down');
    expect(headers['retry-after']).toBe('10');
  });

  it('logs what was not made for people under the number that people get', async () => {
    const context = createRequestContext();
    const { body } = await request(createApp(context)).get('/fail/unknown');
    expect(body.detail).toContain(context.correlationId);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining(context.correlationId),
      FAILURES.unknown,
    );
  });

  it.each([
    ['application/json', '{', 400, 'body-not-json'],
    ['text/plain', 'hello', 415, 'content-type-not-json'],
    ['application/json; charset=latin-9', '{}', 415, 'content-type-not-json'],
    [
      'application/json',
      JSON.stringify('x'.repeat(17_000)),
      413,
      'body-too-large',
    ],
  ])('refuses a body of type %s', async (type, body, status, code) => {
    const answer = await request(createApp())
      .post('/echo')
      .set('Content-Type', type)
      .send(body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});

describe('COMMON_PROBLEM_CODES', () => {
  const placeholders = (text: string) =>
    [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1]).sort();

  it.each(Object.entries(COMMON_PROBLEM_CODES))(
    'says the same in Dutch and English about %s',
    (_code, { nl, en }) => {
      expect(placeholders(nl)).toEqual(placeholders(en));
      expect(nl).not.toBe(en);
    },
  );
});
