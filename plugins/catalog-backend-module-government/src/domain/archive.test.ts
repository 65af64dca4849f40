import { evaluateVanished, type UnseenItem } from './archive';

const NOW = new Date('2026-11-23T09:00:00Z');
const DAY_MS = 86_400_000;
const OPTIONS = {
  graceTimeMs: 14 * DAY_MS,
  removeAfterMs: 30 * DAY_MS,
  maxVanishedShare: 0.2,
};

const unseen = (
  itemId: string,
  days?: number,
  overrides: Partial<UnseenItem> = {},
): UnseenItem => ({
  itemId,
  missingSince:
    days === undefined ? undefined : new Date(NOW.getTime() - days * DAY_MS),
  onVanish: 'archive',
  ...overrides,
});

const evaluate = (
  items: UnseenItem[],
  counts = { present: 100, seen: 90 },
  options = OPTIONS,
) => evaluateVanished(items, counts, options, NOW);

describe('evaluateVanished', () => {
  it('gives each item its time', () => {
    const archivedAt = NOW;
    expect(
      evaluate([
        unseen('new'),
        unseen('13', 13),
        unseen('14', 14),
        unseen('archived', 20, { archivedAt }),
        unseen('old', 44, { archivedAt }),
        unseen('group-13', 13, { onVanish: 'remove' }),
        unseen('group-14', 14, { onVanish: 'remove' }),
      ]),
    ).toEqual({
      missing: ['new'],
      archive: ['14'],
      remove: ['old', 'group-14'],
    });
  });

  it('archives at once without a grace time', () => {
    const options = { ...OPTIONS, graceTimeMs: 0 };
    expect(evaluate([unseen('new')], undefined, options)).toMatchObject({
      missing: ['new'],
      archive: ['new'],
    });
  });

  const many = (count: number, days?: number) =>
    Array.from({ length: count }, (_, index) => unseen(`${index}`, days));

  it.each([
    ['21 of 100 vanish', many(21), { present: 100, seen: 79 }],
    ['nothing is there any more', many(3), { present: 3, seen: 0 }],
  ])('does nothing when %s', (_, items, counts) => {
    expect(evaluate(items, counts)).toBe('suspicious');
  });

  it.each([
    ['20 of 100 vanish', many(20), { present: 100, seen: 80 }],
    ['3 of 4 vanish, as in a small source', many(3), { present: 4, seen: 1 }],
    ['many were gone before', many(80, 3), { present: 20, seen: 20 }],
    ['nothing ever was there', [], { present: 0, seen: 0 }],
  ])('goes on when %s', (_, items, counts) => {
    expect(evaluate(items, counts)).not.toBe('suspicious');
  });
});
