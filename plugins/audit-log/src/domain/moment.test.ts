import { formatMoment, fromFieldValue, toFieldValue } from './moment';

const ISO = '2026-10-01T12:03:04.567Z';

it.each([
  ['nl', /^1 okt\.? 2026,? \d\d:03:04$/],
  ['en', /^Oct 1, 2026,? \d\d:03:04$/],
] as const)('says a moment to the second in %s', (language, pattern) => {
  expect(formatMoment(ISO, language)).toMatch(pattern);
});

it('gives a field the moment in the time zone of the reader, and back', () => {
  expect(fromFieldValue(toFieldValue(ISO))).toBe('2026-10-01T12:03:00.000Z');
  expect(toFieldValue('')).toBe('');
  expect(fromFieldValue('')).toBe('');
});
