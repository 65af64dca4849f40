import {
  countFilters,
  NO_FILTERS,
  parseFilters,
  toQuery,
  toSearchParams,
  type EventFilters,
} from './filters';

const NOW = new Date('2026-10-08T12:00:00.000Z');

function build(changes: Partial<EventFilters>): EventFilters {
  return { ...NO_FILTERS, ...changes };
}

describe('filters in the address', () => {
  it.each<Partial<EventFilters>>([
    {},
    { period: 'week', result: 'refused', severity: 'high' },
    { act: 'free-tier.cluster-delete', object: 'cluster:1&2', actor: 'a b' },
    {
      period: 'custom',
      from: '2026-10-01T10:00:00.000Z',
      to: '2026-10-02T10:00:00.000Z',
    },
    { period: 'custom', to: '2026-10-02T10:00:00.000Z' },
    { team: 'burgerzaken', correlationId: '0b6f' },
  ])('are read back as they were written: %j', changes => {
    const filters = build(changes);
    expect(parseFilters(toSearchParams(filters))).toEqual(filters);
  });

  it('leave out what does not narrow, so that the address stays short', () => {
    const filters = build({ from: '2026-10-01T10:00:00.000Z', actor: '  ' });
    expect(toSearchParams(filters).toString()).toBe('');
  });

  it('ignore what makes no sense', () => {
    const query = 'period=ever&result=maybe&severity=9&from=yesterday&token=x';
    expect(parseFilters(new URLSearchParams(query))).toEqual(NO_FILTERS);
  });
});

describe('countFilters', () => {
  it.each<[Partial<EventFilters>, number]>([
    [{}, 0],
    [{ period: 'custom' }, 0],
    [{ period: 'day' }, 1],
    [{ period: 'custom', from: '2026-10-01T10:00:00.000Z' }, 1],
    [{ period: 'week', actor: 'a', result: 'failed' }, 3],
  ])('%j is %d', (changes, count) => {
    expect(countFilters(build(changes))).toBe(count);
  });
});

describe('toQuery', () => {
  it('asks for nothing when nothing was chosen', () => {
    expect(toQuery(NO_FILTERS, NOW)).toEqual({});
  });

  it.each([
    ['day', '2026-10-07T12:00:00.000Z'],
    ['week', '2026-10-01T12:00:00.000Z'],
    ['month', '2026-09-08T12:00:00.000Z'],
  ] as const)('counts the period %s back from now', (period, from) => {
    expect(toQuery(build({ period }), NOW)).toEqual({ from });
  });

  it.each([
    ['dev-burgerzaken', 'user:default/dev-burgerzaken'],
    [' Dev-Burgerzaken ', 'user:default/dev-burgerzaken'],
    ['machine/build', 'user:machine/build'],
    ['user:dev', 'user:default/dev'],
    ['user:machine/build', 'user:machine/build'],
    ['plugin:catalog', 'plugin:catalog'],
    ['unknown', 'unknown'],
  ])('takes “%s” for the actor %s', (typed, actor) => {
    expect(toQuery(build({ actor: typed }), NOW)).toEqual({ actor });
  });

  it('takes a name for a team', () => {
    expect(toQuery(build({ team: 'burgerzaken' }), NOW)).toEqual({
      team: 'group:default/burgerzaken',
    });
  });
});
