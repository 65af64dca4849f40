import type { RequestHandler } from 'express';
import onHeaders from 'on-headers';
import { hardenCookie } from './hardenCookie';

/** Makes every cookie of the portal HttpOnly, SameSite and, over TLS, Secure. @internal */
export function createCookieMiddleware(options: {
  isHttps: boolean;
}): RequestHandler {
  return (_req, res, next) => {
    onHeaders(res, () => {
      const header = res.getHeader('Set-Cookie');
      if (header === undefined) return;
      const cookies = Array.isArray(header) ? header : [String(header)];
      res.setHeader(
        'Set-Cookie',
        cookies.map(cookie => hardenCookie(cookie, options)),
      );
    });
    next();
  };
}
