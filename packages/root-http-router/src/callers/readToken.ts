import type { Request } from 'express';

const BEARER = /^Bearer\s+(\S+)$/i;

/** Where pages of the documentation have it, in a token that can only read. */
const COOKIE = /(?:^|;\s*)backstage-auth=([^;]+)/;

/** The token of the portal that a request brings along. @internal */
export function readToken(req: Request): string | undefined {
  return (
    BEARER.exec(req.headers.authorization ?? '')?.[1] ??
    COOKIE.exec(req.headers.cookie ?? '')?.[1]
  );
}
