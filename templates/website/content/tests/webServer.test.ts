import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { readSecurityHeaders } from './siteServer.ts';

const configuration = readFileSync(resolve(import.meta.dirname, '../nginx/default.conf'), 'utf8');

test('the Content-Security-Policy allows the site itself and nothing else', () => {
  const policy = String(readSecurityHeaders()['content-security-policy']);
  const sources = policy.split(';').flatMap((directive) => directive.trim().split(' ').slice(1));
  assert.ok(sources.length > 0);
  for (const source of sources) {
    assert.ok(["'self'", "'none'", 'data:'].includes(source), source);
  }
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /frame-ancestors 'none'/);
});

test('every place that gives a header of its own gives the security headers too', () => {
  const places = configuration.matchAll(/location [^{]*\{([^}]*)\}/g);
  for (const [, place] of places) {
    assert.equal(place?.includes('add_header'), place?.includes('security-headers.conf'));
  }
});

test('the log does not say who the visitor is', () => {
  const format = String(/log_format structured[^;]*;/.exec(configuration)?.[0]);
  assert.match(format, /\$status/);
  assert.doesNotMatch(
    format,
    /remote|forwarded|user_agent|referer|cookie|args|request_uri|\$request[^_]/,
  );
});
