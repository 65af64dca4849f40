import type { IncomingHttpHeaders } from 'node:http';

/** Backstage reads a bearer token just so; what it does not see, nobody sees. */
const BEARER = /^Bearer[ ]+(\S+)$/i;

/** Cookie in which Backstage keeps the limited token of a person who looks at pages. */
const COOKIE = /(?:^|;)\s*backstage-auth=\s*"?([^;"\s]+)/g;

/** The bearer token of a request. @internal */
export function readBearer(headers: IncomingHttpHeaders): string | undefined {
  return BEARER.exec(headers.authorization ?? '')?.[1];
}

/** Every token of the portal that a request brings along, in whatever way. @internal */
export function readPortalTokens(headers: IncomingHttpHeaders): string[] {
  const cookies = [...(headers.cookie ?? '').matchAll(COOKIE)].map(match =>
    decodeCookie(match[1]),
  );
  const bearer = readBearer(headers);
  return bearer ? [bearer, ...cookies] : cookies;
}

/**
 * Claims of a JWT, without any proof that they are true.
 *
 * @returns undefined when it is no JWT
 * @internal
 */
export function readUnverifiedClaims(
  token: string,
): { iss?: unknown; sub?: unknown } | undefined {
  const parts = token.split('.');
  if (parts.length !== 3) return undefined;
  try {
    const claims = JSON.parse(Buffer.from(parts[1], 'base64url').toString());
    return typeof claims === 'object' && claims !== null ? claims : undefined;
  } catch {
    // Not JSON, so no JWT: nothing is lost, Backstage refuses it as well.
    return undefined;
  }
}

function decodeCookie(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    // Backstage takes a value that it cannot decode as it is.
    return value;
  }
}
