import { evaluateFreshness } from './evaluateFreshness';

const NOW = new Date('2027-01-11T12:00:00.000Z');

describe('evaluateFreshness', () => {
  it.each([
    ['an hour, missed once', '2027-01-11T10:30:00.000Z', 'PT1H', false],
    ['an hour, missed twice', '2027-01-11T09:59:00.000Z', 'PT1H', true],
    ['a day, missed once', '2027-01-10T11:00:00.000Z', 'P1D', false],
    ['a day, missed twice', '2027-01-09T11:00:00.000Z', 'P1D', true],
    ['a night, missed once', '2027-01-10T02:30:00.000Z', '0 2 * * *', false],
    ['a night, missed twice', '2027-01-09T02:30:00.000Z', '0 2 * * *', true],
    ['no schedule', '2020-01-01T00:00:00.000Z', 'manual', false],
    ['nothing that is known', '2020-01-01T00:00:00.000Z', undefined, false],
  ])('knows of %s', (_, freshAt, schedule, isOverdue) => {
    const source = { freshAt, endedAt: freshAt, schedule };
    expect(evaluateFreshness(source, NOW).isOverdue).toBe(isOverdue);
  });

  it('says from when the data is overdue', () => {
    const freshAt = '2027-01-11T11:00:00.000Z';
    expect(evaluateFreshness({ freshAt, schedule: 'PT30M' }, NOW)).toEqual({
      overdueAt: '2027-01-11T12:00:00.000Z',
      isOverdue: false,
    });
  });

  it('takes a source that ran and never went well for overdue, and one that never ran not', () => {
    const schedule = 'PT1H';
    expect(
      evaluateFreshness({ endedAt: '2027-01-11T11:59:00.000Z', schedule }, NOW),
    ).toEqual({ isOverdue: true });
    expect(evaluateFreshness({ schedule }, NOW)).toEqual({ isOverdue: false });
  });
});
