/** Wait after the first failed try, in milliseconds. */
const FIRST_WAIT_MS = 500;

/** Longest wait between two tries, in milliseconds: an outage that ends is noticed within it. */
const LONGEST_WAIT_MS = 30_000;

/**
 * How long to wait before the next try.
 *
 * @param attempts - tries that failed so far, at least 1
 * @param random - from 0 up to 1, spreads the clusters that fail for one cause
 * @returns milliseconds, between three quarters of the doubled wait and all of it
 * @internal
 */
export function calculateBackoffMs(attempts: number, random: number): number {
  const wait = Math.min(
    FIRST_WAIT_MS * 2 ** Math.min(attempts - 1, 16),
    LONGEST_WAIT_MS,
  );
  return Math.round(wait * (0.75 + 0.25 * random));
}
