import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { buildApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { addMetrics } from '../src/metrics.ts';
import { renewSecurityTxt } from '../src/securityTxt.ts';

const lines: string[] = [];
const app = await buildApp({
  config: readConfig({ CORS_ORIGINS: 'https://eigen.example' }),
  logStream: { write: (line) => lines.push(line) },
});
const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
const metrics = addMetrics(app, new PeriodicExportingMetricReader({ exporter }));
after(async () => {
  await app.close();
  await metrics.shutdown();
});

describe('errors', () => {
  for (const [url, status] of [
    ['/v1/nergens', 404],
    ['/v1/locaties/', 404],
    ['/v1/locaties/niet-hier', 404],
    ['/v1/locaties?pagina=0', 400],
    ['/v1/%zz', 400],
  ] as const) {
    it(`${url} is a ${status} as problem+json`, async () => {
      const answer = await app.inject(url);
      assert.equal(answer.statusCode, status);
      assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
      assert.equal(answer.json().status, status);
      assert.equal(answer.headers['x-frame-options'], 'DENY');
    });
  }

  it('names everything that is wrong in a 400', async () => {
    const answer = await app.inject('/v1/locaties?pagina=0&perPagina=veel&kleur=rood');
    assert.deepEqual(
      answer
        .json()
        .errors.map(({ in: place, location, code }: Record<string, string>) => [
          place,
          location,
          code,
        ]),
      [
        ['query', 'kleur', 'additionalProperties'],
        ['query', 'pagina', 'minimum'],
        ['query', 'perPagina', 'type'],
      ],
    );
  });

  it('shows nothing of an error on our side', async () => {
    const broken = await buildApp({ config: readConfig({ LOG_LEVEL: 'silent' }) });
    broken.get('/stuk', async () => {
      throw new Error('wachtwoord=geheim');
    });
    const answer = await broken.inject('/stuk');
    assert.equal(answer.statusCode, 500);
    assert.doesNotMatch(answer.body, /geheim/);
  });
});

describe('every answer', () => {
  for (const url of ['/v1/locaties', '/v1/openapi.json', '/health/live', '/v1/nergens']) {
    it(`${url} has the version and the security headers`, async () => {
      const { headers } = await app.inject(url);
      assert.equal(headers['api-version'], '1.0.0');
      assert.equal(headers['cache-control'], 'no-store');
      assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/);
      assert.match(String(headers['strict-transport-security']), /max-age=31536000/);
      assert.equal(headers['x-content-type-options'], 'nosniff');
    });
  }

  it('can only be read by sites that are let in', async () => {
    const ask = async (origin: string) =>
      (await app.inject({ url: '/v1/locaties', headers: { origin } })).headers[
        'access-control-allow-origin'
      ];
    assert.equal(await ask('https://eigen.example'), 'https://eigen.example');
    assert.equal(await ask('https://elders.example'), undefined);
  });

  it('is logged and counted without what was asked', async () => {
    lines.length = 0;
    await app.inject({
      url: '/v1/locaties?plaats=123456782',
      headers: { 'user-agent': '123456782', authorization: 'Bearer 123456782' },
    });
    assert.deepEqual(
      lines.map((line) => {
        const { method, route, status } = JSON.parse(line);
        return { method, route, status };
      }),
      [{ method: 'GET', route: '/v1/locaties', status: 200 }],
    );
    await metrics.forceFlush();
    const measured = JSON.stringify(exporter.getMetrics());
    assert.match(measured, /"http.route":"\/v1\/locaties"/);
    assert.doesNotMatch(measured + lines.join(), /123456782/);
  });
});

describe('addresses for the platform', () => {
  it('tell whether the service lives and is ready', async () => {
    assert.equal((await app.inject('/health/live')).statusCode, 200);
    assert.equal((await app.inject('/health/ready')).statusCode, 200);
  });

  it('tell in security.txt where to report a weakness', async () => {
    const answer = await app.inject('/.well-known/security.txt');
    assert.match(String(answer.headers['content-type']), /^text\/plain/);
    assert.match(answer.body, /^Contact: (https|mailto):/m);
    const expires = Date.parse(String(/^Expires: (.+)$/m.exec(answer.body)?.[1]));
    assert.ok(expires > Date.now());
    assert.equal(
      renewSecurityTxt('Contact: a\nExpires: x\n', new Date('2026-01-01T12:00:00.123Z')),
      'Contact: a\nExpires: 2026-12-27T12:00:00Z\n',
    );
  });
});

it('refuses a port that is none', () => {
  assert.throws(() => readConfig({ PORT: 'http' }), /PORT must be a port/);
});
