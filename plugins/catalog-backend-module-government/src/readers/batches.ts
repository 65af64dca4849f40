/** How many entities go to the catalog at once: each time is one transaction. @internal */
export const BATCH_SIZE = 250;

/** Parts of a list, in order. @internal */
export function* toBatches<T>(values: T[]): Generator<T[]> {
  for (let start = 0; start < values.length; start += BATCH_SIZE) {
    yield values.slice(start, start + BATCH_SIZE);
  }
}
