import {
  formatProblem,
  type Language,
  type ProblemCode,
} from '@nerds/plugin-free-tier-common';
import {
  buildRequest,
  startFreeTier,
  type FreeTierUnderTest,
} from './__testUtils__/startFreeTier';
import { createTestDatabases } from './__testUtils__/testLedger';

const initDatabase = createTestDatabases();
const DEV = 'dev-burgerzaken';

type Values = Record<string, string | number>;

/** Change of a good request, the field it makes wrong, the code, and what goes into the sentence. */
const WRONG_FIELDS: [string, object, string, ProblemCode, Values?][] = [
  ['an empty name', { name: '' }, 'name', 'field-required'],
  ['no name', { name: undefined }, 'name', 'field-required'],
  ['a name that is null', { name: null }, 'name', 'field-required'],
  ['a name that is a number', { name: 7 }, 'name', 'field-not-text'],
  ['a name that is a list', { name: ['proef'] }, 'name', 'field-not-text'],
  [
    'a name that is too long',
    { name: 'a'.repeat(31) },
    'name',
    'field-too-long',
    { limit: 30 },
  ],
  ['a short name', { name: 'ab' }, 'name', 'name-too-short', { limit: 3 }],
  ['upper case', { name: 'Proef' }, 'name', 'name-characters'],
  ['a leading digit', { name: '1proef' }, 'name', 'name-characters'],
  ['a leading hyphen', { name: '-proef' }, 'name', 'name-characters'],
  ['a trailing hyphen', { name: 'proef-' }, 'name', 'name-characters'],
  ['an underscore', { name: 'pro_ef' }, 'name', 'name-characters'],
  ['a space around', { name: ' proef ' }, 'name', 'name-characters'],
  ['a line break at the end', { name: 'proef\n' }, 'name', 'name-characters'],
  ['a Cyrillic look-alike', { name: 'pr\u043eef' }, 'name', 'name-characters'],
  ['full-width letters', { name: '\uff50roef' }, 'name', 'name-characters'],
  ['a zero-width space', { name: 'pro\u200bef' }, 'name', 'name-characters'],
  ['a NUL', { name: 'proef\u0000' }, 'name', 'field-not-text'],
  [
    'a reserved prefix',
    { name: 'kube-proef' },
    'name',
    'name-reserved',
    { value: 'kube-proef', reserved: '“kube-”' },
  ],
  [
    'another reserved prefix',
    { name: 'openshift-x' },
    'name',
    'name-reserved',
    { value: 'openshift-x', reserved: '“openshift-”' },
  ],
  [
    'a reserved name',
    { name: 'default' },
    'name',
    'name-reserved',
    { value: 'default', reserved: '“default”' },
  ],
  [
    'a team of others',
    { owner: 'group:default/vergunningen' },
    'owner',
    'owner-not-own-team',
    { value: 'group:default/vergunningen' },
  ],
  [
    'a team that does not exist',
    { owner: 'group:default/bestaat-niet' },
    'owner',
    'owner-not-own-team',
    { value: 'group:default/bestaat-niet' },
  ],
  [
    'a user',
    { owner: 'user:default/dev-burgerzaken' },
    'owner',
    'owner-not-group',
    { value: 'user:default/dev-burgerzaken' },
  ],
  [
    'a group of another namespace',
    { owner: 'group:other/burgerzaken' },
    'owner',
    'owner-not-group',
    { value: 'group:other/burgerzaken' },
  ],
  [
    'an owner that is no ref',
    { owner: ':/' },
    'owner',
    'owner-not-group',
    { value: ':/' },
  ],
  ['no owner', { owner: '' }, 'owner', 'field-required'],
  [
    'an unknown tier',
    { tier: 'gold' },
    'tier',
    'field-not-allowed-value',
    { value: 'gold', allowed: 'free, basis' },
  ],
  [
    'a tier to come',
    { tier: 'basis' },
    'tier',
    'tier-unavailable',
    { value: 'basis' },
  ],
  [
    'an unknown size',
    { size: 'huge' },
    'size',
    'field-not-allowed-value',
    { value: 'huge', allowed: 'small' },
  ],
  [
    'an unknown region',
    { region: 'moon' },
    'region',
    'field-not-allowed-value',
    { value: 'moon', allowed: 'local' },
  ],
  [
    'a value too long to repeat',
    { region: 'x'.repeat(5000) },
    'region',
    'field-not-allowed-value',
    { value: `${'x'.repeat(80)}…`, allowed: 'local' },
  ],
  ['no purpose', { purpose: undefined }, 'purpose', 'field-required'],
  ['a blank purpose', { purpose: ' \n ' }, 'purpose', 'field-required'],
  [
    'a purpose that is too long',
    { purpose: 'x'.repeat(501) },
    'purpose',
    'field-too-long',
    { limit: 500 },
  ],
  ['a field too many', { cpu: 64 }, 'cpu', 'field-unknown'],
];

jest.setTimeout(30_000);

describe('bad input', () => {
  let app: FreeTierUnderTest;

  beforeAll(async () => {
    app = await startFreeTier({ knex: await initDatabase() });
  });
  afterAll(async () => app.backend.stop());
  const post = (body: object, language?: Language) =>
    app
      .call(
        DEV,
        'post',
        '/clusters',
        language ? { 'Accept-Language': language } : {},
      )
      .send(body);

  describe.each(WRONG_FIELDS)('%s', (_title, change, field, code, values) => {
    it.each(['nl', 'en'] as const)('is named in %s', async language => {
      const answer = await post({ ...buildRequest(), ...change }, language);
      const detail = formatProblem(code, language, { field, ...values });
      expect(answer.status).toBe(400);
      expect(answer.headers['content-type']).toMatch(
        /^application\/problem\+json/,
      );
      expect(answer.headers['content-language']).toBe(language);
      expect(answer.body).toMatchObject({
        status: 400,
        code: 'validation-failed',
        errors: [{ field, code, detail }],
      });
      expect(detail).toContain(`“${field}”`);
      expect(answer.body.detail).toContain(detail);
    });
  });

  it('names every wrong field at once, in the order of the form', async () => {
    const answer = await post({ extra: 1, purpose: '', name: 'X' });
    const errors = answer.body.errors as { field: string; code: string }[];
    expect(errors.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'name name-characters',
      'owner field-required',
      'tier field-required',
      'size field-required',
      'region field-required',
      'purpose field-required',
      'extra field-unknown',
    ]);
  });

  it('does not let a field pose as the prototype', async () => {
    const answer = await app
      .call(DEV, 'post', '/clusters', { 'Content-Type': 'application/json' })
      .send(
        `{"__proto__": {"name": "x"}, ${JSON.stringify(buildRequest()).slice(
          1,
        )}`,
      );
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([
      { field: '__proto__', code: 'field-unknown' },
    ]);
  });

  it.each([
    ['no JSON', '{"name":', 'application/json', 400, 'body-not-json'],
    ['a list', '[]', 'application/json', 400, 'body-not-object'],
    ['a text', '"x"', 'application/json', 400, 'body-not-object'],
    ['null', 'null', 'application/json', 400, 'body-not-object'],
    [
      'too much',
      JSON.stringify({ ...buildRequest(), purpose: 'x'.repeat(17_000) }),
      'application/json',
      413,
      'body-too-large',
    ],
    [
      'a form',
      'name=x',
      'application/x-www-form-urlencoded',
      415,
      'content-type-not-json',
    ],
    ['XML', '<a/>', 'application/xml', 415, 'content-type-not-json'],
    [
      'an unknown charset',
      '{}',
      'application/json; charset=klingon',
      415,
      'content-type-not-json',
    ],
  ])('refuses a body that is %s', async (_title, body, type, status, code) => {
    for (const language of ['nl', 'en'] as const) {
      const answer = await app
        .call(DEV, 'post', '/clusters', {
          'Content-Type': type,
          'Accept-Language': language,
        })
        .send(body);
      expect(answer.status).toBe(status);
      expect(answer.body).toMatchObject({
        status,
        code,
        detail: formatProblem(code as ProblemCode, language, {
          limit: '16 kB',
        }),
      });
    }
  });

  it('refuses a request without a body', async () => {
    const answer = await app.call(DEV, 'post', '/clusters');
    expect(answer.status).toBe(415);
    expect(answer.body.code).toBe('content-type-not-json');
  });

  it.each([
    ['', 'field-required'],
    ['x'.repeat(65), 'field-too-long'],
  ])('refuses the idempotency key “%s”', async (key, code) => {
    const answer = await app
      .call(DEV, 'post', '/clusters', { 'Idempotency-Key': key })
      .send(buildRequest());
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toMatchObject([
      { field: 'Idempotency-Key', code },
    ]);
  });

  it('leaves nothing half-made behind', async () => {
    const { body } = await app.call(DEV, 'get', '/clusters?scope=mine');
    expect(body.items).toEqual([]);
    const teams = await app.call(DEV, 'get', '/teams');
    expect(teams.body.items[0].quotas[0].used).toBe(0);
    expect(app.hostCluster.calls).toEqual([]);
  });
});

describe('what is taken or full', () => {
  let app: FreeTierUnderTest;

  beforeAll(async () => {
    app = await startFreeTier({ knex: await initDatabase() });
  });
  afterAll(async () => app.backend.stop());
  beforeEach(async () => app.reset());

  const post = (name: string, language: Language) =>
    app
      .call(DEV, 'post', '/clusters', { 'Accept-Language': language })
      .send(buildRequest({ name }));

  it.each(['nl', 'en'] as const)(
    'is a name in use, and one of a cluster deleted just now, said in %s',
    async language => {
      const { body: cluster } = await post('bezet', language);
      const expectTaken = async () => {
        const answer = await post('bezet', language);
        expect(answer.status).toBe(409);
        expect(answer.body).toMatchObject({
          code: 'name-taken',
          detail: formatProblem('name-taken', language, { value: 'bezet' }),
          errors: [{ field: 'name', code: 'name-taken' }],
        });
      };
      await expectTaken();
      await app.waitForState(DEV, cluster.id, 'ready');
      await app.call(DEV, 'delete', `/clusters/${cluster.id}`);
      await expectTaken();
      await app.waitForState(DEV, cluster.id, 'deleted');
      await expectTaken();
    },
  );

  it.each(['nl', 'en'] as const)(
    'is a team at its limit, said in %s',
    async language => {
      for (const name of ['een', 'twee', 'drie']) {
        expect((await post(name, language)).status).toBe(201);
      }
      const answer = await post('vier', language);
      expect(answer.status).toBe(409);
      expect(answer.body).toMatchObject({
        code: 'team-quota-full',
        detail: formatProblem('team-quota-full', language, {
          value: 'burgerzaken',
          limit: 3,
        }),
        errors: [{ field: 'owner', code: 'team-quota-full' }],
      });
    },
  );
});
