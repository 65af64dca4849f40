/** A word of a text, and where it stands. @internal */
export interface Word {
  /** Lower case, without accents: what is compared. */
  folded: string;
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/**
 * Lower case and without accents, so that `coördinatie` and `coordinatie` are
 * one word.
 *
 * @internal
 */
export function foldWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/**
 * The words of a text: letters and digits, whatever stands between them. So
 * `burgerzaken-api` is two words, here and in a query.
 *
 * @internal
 */
export function findWords(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    folded: foldWord(word),
    start: index,
    end: index + word.length,
  }));
}

/** The words of a text, folded. @internal */
export function toWords(text: string): string[] {
  return findWords(text).map(({ folded }) => folded);
}
