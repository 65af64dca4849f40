import type { RequestHandler } from 'express';
import onHeaders from 'on-headers';
import {
  API_CONTENT_SECURITY_POLICY,
  buildSecurityHeaders,
} from './buildSecurityHeaders';

/** Below it stand pages and their assets, not answers of an API. */
const PAGES_BELOW_API = /^\/api\/(app|techdocs\/static)(\/|$)/i;
const API = /^\/api(\/|$)/i;

/** The one thing that the page which ends a sign-in in a popup allows itself. */
const SCRIPT_BY_HASH = /^script-src 'sha256-[A-Za-z0-9+/=]+'$/;

/**
 * Puts the security headers on every answer.
 *
 * @remarks
 * A plugin may replace the Content-Security-Policy only by one that allows
 * less; the one plugin that does (the end of a sign-in in a popup) leaves out
 * what it does not name, which is added here.
 *
 * @internal
 */
export function createSecurityHeadersMiddleware(options: {
  isHttps: boolean;
}): RequestHandler {
  const headers = buildSecurityHeaders(options);
  const pagePolicy = headers['Content-Security-Policy'];
  return (req, res, next) => {
    const isData = API.test(req.path) && !PAGES_BELOW_API.test(req.path);
    const policy = isData ? API_CONTENT_SECURITY_POLICY : pagePolicy;
    res.set({ ...headers, 'Content-Security-Policy': policy });
    if (isData) {
      // Answers are about one person; a plugin that knows better says so.
      res.set('Cache-Control', 'no-store');
    }
    onHeaders(res, () => {
      const current = String(res.getHeader('Content-Security-Policy'));
      res.setHeader(
        'Content-Security-Policy',
        SCRIPT_BY_HASH.test(current)
          ? `${API_CONTENT_SECURITY_POLICY}; ${current}`
          : policy,
      );
      res.setHeader('X-Frame-Options', headers['X-Frame-Options']);
    });
    next();
  };
}
