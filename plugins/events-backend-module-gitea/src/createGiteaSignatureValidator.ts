import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RequestValidator } from '@backstage/plugin-events-node';

/**
 * Refuses what was not signed with the secret that the forge and the portal
 * share: HMAC-SHA256 of the body, in hexadecimal
 * (https://docs.gitea.com/usage/webhooks, checked 2026-11).
 *
 * @internal
 */
export function createGiteaSignatureValidator(
  secret: string,
): RequestValidator {
  return async ({ headers, raw }, context) => {
    const expected = createHmac('sha256', secret).update(raw.body).digest();
    const given = Buffer.from(
      String(headers['x-gitea-signature'] ?? ''),
      'hex',
    );
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      context.reject({
        status: 403,
        payload: { message: 'The signature is not valid' },
      });
    }
  };
}
