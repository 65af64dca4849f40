import { Router } from 'express';
import type { SecurityTxt } from '../config';

const PATH = '/.well-known/security.txt';

/** Text of the file, RFC 9116. @internal */
export function formatSecurityTxt(
  fields: SecurityTxt,
  options: { url: URL; now: Date },
): string {
  const expiresAt = new Date(options.now.getTime() + fields.lifetimeMs);
  return [
    ...fields.contact.map(contact => `Contact: ${contact}`),
    // whole seconds, as in RFC 9116
    `Expires: ${expiresAt.toISOString().replace(/\.\d+Z$/, 'Z')}`,
    `Preferred-Languages: ${fields.preferredLanguages.join(', ')}`,
    `Canonical: ${options.url.href}`,
    ...(fields.policy ? [`Policy: ${fields.policy}`] : []),
    '',
  ].join('\n');
}

/** Serves `/.well-known/security.txt`, or 404 when it is not configured. @internal */
export function createSecurityTxtRouter(options: {
  fields: SecurityTxt | undefined;
  baseUrl: URL;
}): Router {
  const { fields, baseUrl } = options;
  const router = Router();
  router.get(PATH, (_req, res) => {
    if (!fields) {
      // Without this the app would answer its page.
      res.status(404).end();
      return;
    }
    const url = new URL(PATH, baseUrl);
    res
      .type('text/plain; charset=utf-8')
      .send(formatSecurityTxt(fields, { url, now: new Date() }));
  });
  return router;
}
