import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { readOpenApiDocument } from '@nerds/http-api';
import request, { type Test } from 'supertest';
import { createAnswerCheck } from '@nerds/http-api/testUtils';
import { entityModelPlugin } from './plugin';

const COMPONENT = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: balie
spec:
  type: library
  lifecycle: production
`;

describe('entityModelPlugin', () => {
  let stop: () => Promise<void>;
  let call: (
    path: string,
    prepare?: (test: Test) => Test,
    method?: 'get' | 'post',
  ) => Promise<any>;

  beforeAll(async () => {
    const backend = await startTestBackend({
      features: [
        entityModelPlugin,
        mockServices.httpAuth.factory({
          defaultCredentials: mockCredentials.none(),
        }),
      ],
    });
    stop = () => backend.stop();
    const check = createAnswerCheck(
      await readOpenApiDocument(
        resolvePackagePath(
          '@nerds/plugin-entity-model-backend',
          'openapi/openapi.yaml',
        ),
      ),
    );
    call = async (path, prepare = test => test, method = 'post') => {
      const address = `/api/entity-model/v1${path}`;
      const answer = await prepare(request(backend.server)[method](address));
      check(method, path, answer);
      return answer;
    };
  });

  afterAll(() => stop());

  const signIn = (test: Test) =>
    test.set('Authorization', mockCredentials.user.header('user:default/dev'));
  const send =
    (text: string, type = 'application/yaml') =>
    (test: Test) =>
      signIn(test).set('Content-Type', type).send(text);

  it('points to what is wrong, in the language of who asks', async () => {
    const dutch = await call('/entity-validations', send(COMPONENT));
    expect(dutch.status).toBe(200);
    expect(dutch.headers['content-language']).toBe('nl');
    expect(dutch.body).toEqual({
      valid: false,
      problems: [
        {
          severity: 'error',
          code: 'missing',
          field: 'spec.owner',
          line: 5,
          column: 1,
          entity: 'Component balie',
          detail:
            'spec.owner ontbreekt. Voeg toe: owner: group:default/burgerzaken',
        },
      ],
    });
    const english = await call('/entity-validations', test =>
      send(COMPONENT)(test).set('Accept-Language', 'en'),
    );
    expect(english.body.problems[0].detail).toBe(
      'spec.owner is missing. Add: owner: group:default/burgerzaken',
    );
  });

  it('calls a file with nothing but warnings valid', async () => {
    const text = `${COMPONENT}  owner: burgerzaken\n  system: x\n`.replace(
      'library',
      'lib',
    );
    const { body } = await call('/entity-validations', send(text));
    expect(body.valid).toBe(true);
    expect(body.problems).toMatchObject([
      { severity: 'warning', field: 'spec.type', line: 6 },
    ]);
  });

  it('looks at a publiccode.yml', async () => {
    const text = 'publiccodeYmlVersion: "0.5"\nname: Balie\n';
    const { body } = await call('/publiccode-validations', send(text));
    expect(body.valid).toBe(false);
    expect(body.problems).toContainEqual(
      expect.objectContaining({ code: 'old-version', line: 1 }),
    );
    expect(body.problems).toContainEqual(
      expect.objectContaining({ field: 'legal', code: 'missing' }),
    );
  });

  it('finds an empty file as broken as any', async () => {
    const { status, body } = await call('/entity-validations', send(''));
    expect(status).toBe(200);
    expect(body.problems).toMatchObject([{ code: 'no-content' }]);
  });

  it('takes a file of 100 kB and none of 2 MB', async () => {
    const fill = (bytes: number) =>
      `${COMPONENT}  owner: x\n# ${'x'.repeat(bytes)}\n`;
    const fits = await call('/entity-validations', send(fill(100_000)));
    expect(fits.body).toEqual({ valid: true, problems: [] });
    const tooLarge = await call('/entity-validations', send(fill(2_000_000)));
    expect(tooLarge.status).toBe(413);
    expect(tooLarge.body.detail).toContain('1 MB');
  });

  it.each([
    ['another type', send('{}', 'application/json'), 415],
    ['nobody', (test: Test) => test.send(COMPONENT), 401],
  ])('refuses %s', async (_, prepare, status) => {
    const answer = await call('/entity-validations', prepare);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toContain('problem+json');
  });

  it('describes itself to everyone, and has nothing else', async () => {
    const description = await call('/openapi.json', undefined, 'get');
    expect(description.status).toBe(200);
    expect(description.headers['access-control-allow-origin']).toBe('*');
    const other = await call('/elsewhere', signIn, 'get');
    expect(other.status).toBe(404);
    expect(other.body.code).toBe('route-not-found');
  });
});
