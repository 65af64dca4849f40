/**
 * Why a file cannot be registered: in the words of the catalog, or as a text of the
 * portal for what the catalog says in English alone.
 *
 * @internal
 */
export type ImportError =
  | { text: string }
  | { key: 'catalogImport.notAllowed'; host: string }
  | { key: 'catalogImport.notThere'; url: string };

/** How the catalog begins what is wrong with a file, once per language. */
const HEADINGS = {
  nl: / klopt niet:\n- /,
  en: / is not right:\n- /,
};

const NOT_ALLOWED = /Reading from '(\S+)' is not allowed/;
const NOT_THERE = /no matching files found for (\S+)/;

function toHost(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/**
 * Tells people in their language what the catalog said.
 *
 * @remarks
 * What is wrong with a file the catalog says in Dutch and in English, each in a
 * paragraph: it does not know who will read it.
 *
 * @internal
 */
export function describeImportError(
  message: string,
  language: 'nl' | 'en',
): ImportError {
  // the kind of error is for programmers
  const text = message.replace(/^(?:\w*Error: )+/, '');
  const [, forbidden] = NOT_ALLOWED.exec(text) ?? [];
  if (forbidden) {
    return { key: 'catalogImport.notAllowed', host: toHost(forbidden) };
  }
  const [, missing] = NOT_THERE.exec(text) ?? [];
  if (missing) return { key: 'catalogImport.notThere', url: missing };
  const paragraph = text
    .split('\n\n')
    .find(candidate => HEADINGS[language].test(candidate));
  return { text: paragraph ?? text };
}
