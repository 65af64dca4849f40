import type { Language } from '@nerds/plugin-free-tier-common';
import type { Request } from 'express';

/**
 * Language of the answers, from `Accept-Language`: Dutch unless the caller
 * asks for English first.
 * @internal
 */
export function readLanguage(req: Request): Language {
  return req.acceptsLanguages('nl', 'en') === 'en' ? 'en' : 'nl';
}
