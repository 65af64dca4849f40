/**
 * Does the same for all values, a few at a time.
 *
 * @throws what the first that fails throws; none is started after that, and
 * those that had been started have ended
 * @internal
 */
export async function mapConcurrently<T, R>(
  values: T[],
  concurrency: number,
  fn: (value: T) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(values.length);
  let next = 0;
  const failures: unknown[] = [];
  const work = async () => {
    while (next < values.length && failures.length === 0) {
      const index = next++;
      try {
        results[index] = await fn(values[index]);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  if (failures.length > 0) throw failures[0];
  return results;
}
