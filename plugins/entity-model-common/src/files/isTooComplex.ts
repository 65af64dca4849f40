import { Lexer } from 'yaml';

/** A description of an API may be in it. */
const MAX_CHARACTERS = 5 * 1024 * 1024;

/**
 * YAML compares every key of a document with the others, so that work grows with
 * the square of them. This much takes less than a second; a file of a thousand
 * entities with forty lines each takes a sixth of it.
 */
const MAX_COMPARISONS = 10_000_000;

/**
 * Words and signs that YAML takes apart, some microseconds each. A file of a
 * thousand entities with forty lines each has two thirds of these.
 */
const MAX_TOKENS = 500_000;

/** Nothing in our files needs one; each that is unknown makes a long warning. */
const MAX_TAGS = 100;

/**
 * Whether reading a file would keep the portal busy for long, as a small file can
 * do with tens of thousands of keys, or of lines with next to nothing on them.
 *
 * @internal
 */
export function isTooComplex(text: string): boolean {
  if (text.length > MAX_CHARACTERS) return true;
  let count = 0;
  let keys = 0;
  let tags = 0;
  let comparisons = 0;
  for (const token of new Lexer().lex(text)) {
    count += 1;
    if (count > MAX_TOKENS) return true;
    if (token === ':' || token === '?' || token === ',') keys += 1;
    else if (token.startsWith('!')) tags += 1;
    else if (token === '---') {
      comparisons += keys ** 2;
      keys = 0;
    }
  }
  return comparisons + keys ** 2 > MAX_COMPARISONS || tags > MAX_TAGS;
}
