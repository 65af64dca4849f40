import { RegisterError } from './RegisterError';
import { evaluateRetry, parseRetryAfterMs } from './retryRules';

const NOW = new Date('2026-11-23T09:00:00Z');
const RULES = { retries: 3, backoffMs: 1_000, random: 1 };

describe('parseRetryAfterMs', () => {
  it.each([
    ['120', 120_000],
    ['Mon, 23 Nov 2026 09:01:00 GMT', 60_000],
    ['Mon, 23 Nov 2026 08:00:00 GMT', 0],
    ['straks', undefined],
    [undefined, undefined],
  ])('reads %p as %p', (value, expected) => {
    expect(parseRetryAfterMs(value, NOW)).toBe(expected);
  });
});

describe('evaluateRetry', () => {
  const unavailable = (retryAfterMs?: number) =>
    new RegisterError('unavailable', 'x', { retryAfterMs });

  it('waits twice as long each time, up to half a minute, and then gives up', () => {
    const waits = [0, 1, 2, 3].map(attempt =>
      evaluateRetry(unavailable(), attempt, RULES),
    );
    expect(waits).toEqual([1_000, 2_000, 4_000, undefined]);
    const patient = { ...RULES, retries: 10 };
    expect(evaluateRetry(unavailable(), 9, patient)).toBe(30_000);
  });

  it('never waits less than it is asked to, nor for longer than two minutes', () => {
    expect(evaluateRetry(unavailable(60_000), 0, RULES)).toBe(60_000);
    expect(evaluateRetry(unavailable(120_001), 0, RULES)).toBeUndefined();
  });

  it.each(['refused', 'too-large', 'forbidden-address', 'aborted'] as const)(
    'does not try again what is %s',
    kind => {
      const error = new RegisterError(kind, 'x');
      expect(evaluateRetry(error, 0, RULES)).toBeUndefined();
    },
  );
});
