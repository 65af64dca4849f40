/**
 * Adds to a `Set-Cookie` header what a plugin forgot: no cookie of the portal
 * is for scripts, for other sites, or, where people use TLS, for plain HTTP.
 * Counts for cookies that are deleted as well: a browser refuses to overwrite
 * a Secure cookie by one that is not.
 *
 * @param cookie - value of one `Set-Cookie` header
 * @param options - `isHttps`: whether people meet the portal over TLS
 * @internal
 */
export function hardenCookie(
  cookie: string,
  options: { isHttps: boolean },
): string {
  const [pair, ...attributes] = cookie.split(';').map(part => part.trim());
  const kept = attributes.filter(attribute => {
    const name = attribute.split('=')[0].trim().toLowerCase();
    return !['httponly', 'secure', 'samesite', ''].includes(name);
  });
  const isStrict = attributes.some(attribute =>
    /^samesite\s*=\s*strict$/i.test(attribute),
  );
  return [
    pair,
    ...kept,
    'HttpOnly',
    ...(options.isHttps ? ['Secure'] : []),
    // None would send the cookie along from other sites, which nothing here needs.
    `SameSite=${isStrict ? 'Strict' : 'Lax'}`,
  ].join('; ');
}
