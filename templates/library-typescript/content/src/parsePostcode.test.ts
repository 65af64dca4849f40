import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePostcode } from './parsePostcode.ts';

test('a postcode is read however somebody typed it', () => {
  for (const typed of ['1234AB', '1234 AB', '1234ab', '  1234 ab ']) {
    assert.equal(parsePostcode(typed), '1234 AB');
  }
});

test('what is no postcode is nothing', () => {
  for (const typed of [
    '',
    '0234 AB',
    '1234',
    '1234 A',
    '1234  AB',
    '1234 SS',
    '12345 AB',
    '1234 ÄB',
  ]) {
    assert.equal(parsePostcode(typed), undefined, typed);
  }
});
