import { findForms, type WordForms } from './dutchWords';
import { toWords } from './words';

/** More words than this add nothing but work. */
const MAX_TERMS = 12;

/** One word that was searched for. @internal */
export interface QueryTerm extends WordForms {
  word: string;
}

/**
 * The words of a query, each once. A single letter counts only when there is
 * nothing else: `foto's` is about `foto`.
 *
 * @internal
 */
export function parseTerms(query: string): QueryTerm[] {
  const words = [...new Set(toWords(query))];
  const long = words.filter(word => word.length > 1);
  return (long.length > 0 ? long : words)
    .slice(0, MAX_TERMS)
    .map(word => ({ word, ...findForms(word) }));
}

/**
 * A query as it is counted when nothing is found: its words, in their order.
 *
 * @internal
 */
export function normalizeQuery(query: string): string {
  return toWords(query).join(' ');
}
