/** What a provider says about a person, from the ID token and the userinfo endpoint. @internal */
export type Claims = Record<string, unknown>;

/**
 * Finds a claim by its path.
 *
 * @param path - `groups`, or `realm_access.roles` for one below another. A name
 * with a `.` in it that exists as a whole wins: `https://example.org/roles`
 * @returns undefined when there is none
 * @internal
 */
export function readClaim(claims: Claims, path: string): unknown {
  if (Object.hasOwn(claims, path)) {
    return claims[path];
  }
  let value: unknown = claims;
  for (const name of path.split('.')) {
    if (
      typeof value !== 'object' ||
      value === null ||
      !Object.hasOwn(value, name)
    ) {
      return undefined;
    }
    value = (value as Claims)[name];
  }
  return value;
}

/** A claim that is text and not empty. @internal */
export function readTextClaim(
  claims: Claims,
  path: string,
): string | undefined {
  const value = readClaim(claims, path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
