import type { Request } from 'express';

/** Languages of the portal; Dutch is the default. @public */
export type Language = 'nl' | 'en';

/** A text in the languages of the portal. @public */
export interface LocalizedText {
  nl: string;
  en: string;
}

/**
 * Language of an answer, from `Accept-Language`: Dutch unless the caller asks
 * for English first.
 *
 * @public
 */
export function readLanguage(req: Request): Language {
  return req.acceptsLanguages('nl', 'en') === 'en' ? 'en' : 'nl';
}
