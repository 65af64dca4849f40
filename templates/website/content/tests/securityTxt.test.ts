import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { renewSecurityTxt } from '../src/renewSecurityTxt.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

test('security.txt is in the site, says whom to tell and is valid for less than a year', () => {
  const text = readFileSync(
    resolve(import.meta.dirname, '../dist/.well-known/security.txt'),
    'utf8',
  );
  assert.match(text, /^Contact: (mailto|https):\S+$/m);
  const expires = Date.parse(String(/^Expires: (.+)$/m.exec(text)?.[1]));
  assert.ok(expires > Date.now() + 30 * DAY_MS);
  assert.ok(expires < Date.now() + 365 * DAY_MS);
});

test('renewing changes the date and nothing else', () => {
  assert.equal(
    renewSecurityTxt(
      'Contact: mailto:a@example.nl\nExpires: 2025-01-01T00:00:00Z\nPreferred-Languages: nl\n',
      new Date('2026-01-01T12:00:00.123Z'),
    ),
    'Contact: mailto:a@example.nl\nExpires: 2026-12-27T12:00:00Z\nPreferred-Languages: nl\n',
  );
});
