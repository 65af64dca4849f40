/** What a value may hold and a line of text may not: control characters and line ends. */
const LINE_BREAKERS = /[\s\p{Cc}\u2028\u2029]+/gu;

/** Characters that mean something in Markdown or HTML, also halfway a line. */
const MARKDOWN_SIGNS = /[\\`*_[\]{}<>|#~]/g;

/**
 * Text of a form on one line: whoever pastes a line end or a tab gets a space.
 *
 * @internal
 */
export function toOneLine(text: string): string {
  return text.replace(LINE_BREAKERS, ' ').trim();
}

/**
 * Text of a form that reads in Markdown as it was typed: no HTML, no link, no
 * attribute list, no second line.
 *
 * @internal
 */
export function escapeMarkdown(text: string): string {
  return toOneLine(text)
    .replace(/&/g, '&amp;')
    .replace(MARKDOWN_SIGNS, sign => {
      if (sign === '<') return '&lt;';
      if (sign === '>') return '&gt;';
      return `\\${sign}`;
    });
}

/**
 * Cuts text at a word, with an ellipsis, so that it fits.
 *
 * @param maxLength - in characters, the ellipsis included
 * @internal
 */
export function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) {
    return text;
  }
  const cut = text.slice(0, maxLength - 1);
  const lastSpace = cut.lastIndexOf(' ');
  // a single word that is too long is cut in the middle
  return `${lastSpace > maxLength / 2 ? cut.slice(0, lastSpace) : cut}…`;
}
