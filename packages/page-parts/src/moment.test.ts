import { formatDistance } from './moment';

const NOW = new Date('2026-10-01T12:00:00.000Z');

describe('formatDistance', () => {
  it.each([
    ['2026-12-28T10:59:00.000Z', 'nl', 'over 87 dagen'],
    ['2026-12-28T10:59:00.000Z', 'en', 'in 87 days'],
    ['2026-12-30T11:59:30.000Z', 'nl', 'over 90 dagen'],
    ['2026-10-02T12:00:00.000Z', 'nl', 'over 1 dag'],
    ['2026-10-01T20:30:00.000Z', 'nl', 'over 8 uur'],
    ['2026-10-01T11:57:00.000Z', 'en', '3 minutes ago'],
    ['2026-10-01T11:59:30.000Z', 'nl', 'nu'],
    ['2026-10-01T12:00:30.000Z', 'en', 'now'],
    ['2026-09-29T12:00:00.000Z', 'nl', '2 dagen geleden'],
  ])('%s in %s is “%s”', (iso, language, text) => {
    expect(formatDistance(iso, NOW, language)).toBe(text);
  });
});
