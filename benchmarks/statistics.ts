/**
 * The value below which the given share of the sample lies (nearest rank).
 *
 * @param sample - at least one number
 * @param share - between 0 and 1, for example 0.5 for the median
 */
export function quantile(sample: number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  const rank = Math.ceil(share * sorted.length);
  return sorted[Math.min(sorted.length - 1, Math.max(0, rank - 1))];
}

/** Waits that grow from 10 ms to 250 ms, so that a fast answer is seen fast. */
export async function pollUntil<T>(
  ask: () => Promise<T | undefined>,
  options: { timeoutMs: number; what: string },
): Promise<T> {
  const giveUpAt = Date.now() + options.timeoutMs;
  for (let waitMs = 10; ; waitMs = Math.min(waitMs * 2, 250)) {
    const answer = await ask();
    if (answer !== undefined) {
      return answer;
    }
    if (Date.now() > giveUpAt) {
      throw new Error(
        `Gave up after ${options.timeoutMs} ms waiting for ${options.what}`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, waitMs));
  }
}
