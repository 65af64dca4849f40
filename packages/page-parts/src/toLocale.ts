import type { Language } from './useLanguage';

/** A bare `en` is American to a browser: the month first, and twelve hours. */
const LOCALES: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

/**
 * How to write dates and times: in the language of the portal, the way that the
 * person's browser writes that language.
 *
 * @param preferred - BCP 47 tags in order of preference
 * @public
 */
export function toLocale(
  language: Language,
  preferred: readonly string[] = window.navigator.languages,
): string {
  const own = preferred.find(tag =>
    tag.toLowerCase().startsWith(`${language}-`),
  );
  return own ?? LOCALES[language];
}
