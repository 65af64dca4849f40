/** A text with something filled in, and how it is said. @internal */
export type StockPattern = [
  pattern: RegExp,
  toText: (...values: string[]) => string,
];

/**
 * Texts to put in the place of those that Backstage fixed in its code, each kind in
 * the places where it cannot be somebody's own.
 *
 * @internal
 */
export interface StockTexts {
  labels: Record<string, string>;
  titles: Record<string, string>;
  texts: Record<string, string>;
  fields: Record<string, string>;
  statuses: Record<string, string>;
  patterns: StockPattern[];
  sentences: StockPattern[];
}
