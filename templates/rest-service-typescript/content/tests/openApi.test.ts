import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { buildApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { readOpenApi } from '../src/openApi.ts';

const app = await buildApp({ config: readConfig({ LOG_LEVEL: 'silent' }) });
after(() => app.close());
const openApi = readOpenApi();

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(openApi, 'openapi');

function check(schema: string, value: unknown): void {
  const validate = ajv.compile({ $ref: `openapi#/components/schemas/${schema}` });
  assert.ok(validate(value), ajv.errorsText(validate.errors));
}

describe('answers are as openapi.yaml says', () => {
  for (const [url, schema] of [
    ['/v1/locaties', 'Locaties'],
    ['/v1/locaties?plaats=Modeldorp&perPagina=1', 'Locaties'],
    ['/v1/locaties/stadhuis', 'Locatie'],
    ['/v1/locaties?pagina=0', 'Problem'],
    ['/v1/locaties/niet-hier', 'Problem'],
  ] as const) {
    it(`${url} is a ${schema}`, async () => {
      check(schema, (await app.inject(url)).json());
    });
  }
});

it('every address in openapi.yaml exists', async () => {
  for (const path of Object.keys(openApi.paths)) {
    const url = `/v1${path.replace('{id}', 'stadhuis')}`;
    assert.equal((await app.inject(url)).statusCode, 200, path);
  }
});

it('a list goes by page, and by place', async () => {
  const first = (await app.inject('/v1/locaties?perPagina=2')).json();
  const second = (await app.inject('/v1/locaties?perPagina=2&pagina=2')).json();
  assert.deepEqual([first.totaal, first.locaties.length, second.locaties.length], [3, 2, 1]);
  const inModeldorp = (await app.inject('/v1/locaties?plaats=Modeldorp')).json();
  assert.deepEqual(
    inModeldorp.locaties.map(({ id }: { id: string }) => id),
    ['dorpshuis'],
  );
});
