import type { TextPart } from '@nerds/plugin-search-common';
import { findWords, type Word } from './words';

/** Words of an excerpt. */
const EXCERPT_WORDS = 32;

/** Words that stand before the first match, so that one sees what it is about. */
const WORDS_BEFORE = 6;

/**
 * A whole text with what was searched for marked.
 *
 * @param matches - folded words that count as found
 * @internal
 */
export function markText(
  text: string,
  matches: ReadonlySet<string>,
): TextPart[] {
  return markRange(text, findWords(text), matches, {
    start: 0,
    end: text.length,
  });
}

/**
 * The piece of a text in which most of what was searched for stands together;
 * its beginning when nothing of it stands there.
 *
 * @internal
 */
export function buildExcerpt(
  text: string,
  matches: ReadonlySet<string>,
): TextPart[] {
  const words = findWords(text);
  if (words.length === 0) return [];
  const first = findBestWindow(words, matches);
  const window = words.slice(first, first + EXCERPT_WORDS);
  const isToEnd = first + EXCERPT_WORDS >= words.length;
  const parts = markRange(text, window, matches, {
    start: first === 0 ? 0 : window[0].start,
    end: isToEnd ? text.length : window[window.length - 1].end,
  });
  return join([
    ...(first > 0 ? [{ text: '… ', isMatch: false }] : []),
    ...parts.map(part => ({ ...part, text: part.text.replace(/\s+/g, ' ') })),
    ...(isToEnd ? [] : [{ text: ' …', isMatch: false }]),
  ]);
}

/** Index of the first word: with most different matches, then with the most. */
function findBestWindow(words: Word[], matches: ReadonlySet<string>): number {
  const hits = words.flatMap(({ folded }, index) =>
    matches.has(folded) ? [index] : [],
  );
  let best = { first: 0, score: 0 };
  for (const hit of hits) {
    const first = Math.max(0, hit - WORDS_BEFORE);
    const inside = words
      .slice(first, first + EXCERPT_WORDS)
      .filter(({ folded }) => matches.has(folded));
    const different = new Set(inside.map(({ folded }) => folded)).size;
    const score = different * EXCERPT_WORDS + inside.length;
    if (score > best.score) best = { first, score };
  }
  // rather a whole short text than its second half
  return Math.max(0, Math.min(best.first, words.length - EXCERPT_WORDS));
}

function markRange(
  text: string,
  words: Word[],
  matches: ReadonlySet<string>,
  range: { start: number; end: number },
): TextPart[] {
  const parts: TextPart[] = [];
  let position = range.start;
  for (const { folded, start, end } of words) {
    if (!matches.has(folded)) continue;
    parts.push({ text: text.slice(position, start), isMatch: false });
    parts.push({ text: text.slice(start, end), isMatch: true });
    position = end;
  }
  parts.push({ text: text.slice(position, range.end), isMatch: false });
  return join(parts);
}

/** Without empty parts, and with neighbours of one kind as one. */
function join(parts: TextPart[]): TextPart[] {
  const joined: TextPart[] = [];
  for (const part of parts) {
    const last = joined[joined.length - 1];
    if (part.text === '') continue;
    if (last?.isMatch === part.isMatch) last.text += part.text;
    else joined.push({ ...part });
  }
  return joined;
}
