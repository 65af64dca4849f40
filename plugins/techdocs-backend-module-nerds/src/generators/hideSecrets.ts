/** What people and programs put in front of a secret. */
const NAMED =
  /(?<![a-z])((?:[a-z]+[_-])?(?:authorization|token|password|passwd|secret|api[_-]?key))(["']?\s*[:=]\s*["']?)(?:(?:basic|bearer|token)\s+)?[^\s"'&,]+/gi;
/** Without the scheme: looking for its beginning takes long in a long line. */
const IN_URL = /:\/\/[^\s/?#]+@/g;

/** Takes from a line for the log what could be a secret. @internal */
export function hideSecrets(text: string): string {
  return text.replace(IN_URL, '://***@').replace(NAMED, '$1$2***');
}
