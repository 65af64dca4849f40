import { readCatalogMessage } from '@nerds/page-parts';

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

const NOT_ALLOWED = /Reading from '(\S+)' is not allowed/;
const NOT_THERE = /no matching files found for (\S+)/;

function toHost(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/**
 * Tells people in their language what the catalog said.
 *
 * @internal
 */
export function describeImportError(
  message: string,
  language: 'nl' | 'en',
): ImportError {
  const [, forbidden] = NOT_ALLOWED.exec(message) ?? [];
  if (forbidden) {
    return { key: 'catalogImport.notAllowed', host: toHost(forbidden) };
  }
  const [, missing] = NOT_THERE.exec(message) ?? [];
  if (missing) return { key: 'catalogImport.notThere', url: missing };
  return { text: readCatalogMessage(message, language) };
}
