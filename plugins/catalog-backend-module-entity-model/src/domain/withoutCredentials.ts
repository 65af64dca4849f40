// The lengths have an end, so that a long text takes no more than its length in time.

/** `user:password@` of an address, up to the last `@` before the path or query. */
const USER_INFO = /(\b[a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/?#]{1,500}@/gi;

/** Parameters that forges and storages take a secret in. */
const SECRET_PARAMETER =
  /([?&](?:sig|[\w.-]{0,40}?(?:token|secret|password|signature|credential|api[_-]?key)[\w.-]{0,40})=)[^&#\s]*/gi;

/**
 * A text, or an address, with the secrets taken out of every address in it.
 *
 * @internal
 */
export function withoutCredentials(text: string): string {
  return text.replace(USER_INFO, '$1').replace(SECRET_PARAMETER, '$1…');
}
