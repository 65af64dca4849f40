import { tokenTypes } from '@backstage/plugin-auth-node';

const encode = (part: object) =>
  Buffer.from(JSON.stringify(part)).toString('base64url');

/**
 * A token in the form of the portal's, with a signature of nobody.
 *
 * @param options - `expiresInMs`: from 1970; absent: it says nothing of its end
 * @internal
 */
export function buildToken(options: {
  expiresInMs?: number;
  typ?: string;
}): string {
  const { expiresInMs, typ = tokenTypes.user.typParam } = options;
  const header = encode({ alg: 'ES256', kid: 'test', typ });
  const payload = encode({
    sub: 'user:default/test',
    ...(expiresInMs !== undefined && { exp: expiresInMs / 1_000 }),
  });
  return `${header}.${payload}.c2lnbmVk`;
}
