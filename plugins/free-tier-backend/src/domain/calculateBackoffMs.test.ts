import { calculateBackoffMs } from './calculateBackoffMs';

describe('calculateBackoffMs', () => {
  it.each([
    [1, 500],
    [2, 1000],
    [3, 2000],
    [6, 16_000],
    [7, 30_000],
    [10_000, 30_000],
  ])('after %d failed tries waits at most %d ms', (attempts, wait) => {
    expect(calculateBackoffMs(attempts, 1)).toBe(wait);
    expect(calculateBackoffMs(attempts, 0)).toBe(wait * 0.75);
  });
});
