/** More than this many edits is another word, not a typing error. */
const MAX_EDITS = 2;

function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[to.length];
}

/**
 * The one of some words that was probably meant: the same but for upper case, or
 * at most two characters different.
 *
 * @internal
 */
export function findSimilar(
  word: string,
  words: readonly string[],
): string | undefined {
  // far longer than any word we know: not worth comparing
  if (word.length > 100) return undefined;
  const [best] = words
    .map(candidate => ({
      candidate,
      edits: countEdits(word.toLowerCase(), candidate.toLowerCase()),
    }))
    .filter(
      ({ candidate, edits }) => edits <= MAX_EDITS && edits < candidate.length,
    )
    .sort((a, b) => a.edits - b.edits);
  return best?.candidate;
}
