import type { RequestHandler } from 'express';
import { readLanguage } from '../language';

/**
 * Headers of every answer.
 *
 * @param apiVersion - full version of the API, NL API Design Rules 2.2 `/core/version-header`
 * @public
 */
export function createHeadersMiddleware(apiVersion: string): RequestHandler {
  return (req, res, next) => {
    res.set({
      'API-Version': apiVersion,
      'Content-Language': readLanguage(req),
      // Answers are about one person, and some hold a credential.
      'Cache-Control': 'no-store',
    });
    res.vary('Accept-Language');
    next();
  };
}
