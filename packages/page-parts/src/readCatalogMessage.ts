import type { Language } from './useLanguage';

/** How the catalog begins what is wrong with a file, once per language. */
const HEADINGS: Record<Language, RegExp> = {
  nl: / klopt niet:\n- /,
  en: / is not right:\n- /,
};

/** Which part of the catalog found it, and the kind of error: for programmers. */
const WRAPPING =
  /^(?:Processor \w+ threw an error while [\w ]+; caused by )?(?:\w*Error: )*/;

/**
 * What the catalog says of a file, in the language of the person.
 *
 * @remarks
 * It says it in Dutch and in English, each in a paragraph, for it does not know who
 * will read it. What it says in one language alone comes out as it is.
 *
 * @public
 */
export function readCatalogMessage(
  message: string,
  language: Language,
): string {
  const text = message.replace(WRAPPING, '');
  const paragraph = text
    .split('\n\n')
    .find(candidate => HEADINGS[language].test(candidate));
  return paragraph ?? text;
}
