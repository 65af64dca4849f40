/** What people and programs put in front of a secret. */
const NAMED =
  /(?<![a-z])((?:[a-z]+[_-])?(?:authorization|token|password|passwd|secret|api[_-]?key))(["']?\s*[:=]\s*["']?)(?:(?:basic|bearer|token)\s+)?[^\s"'&,]+/gi;
const IN_URL = /\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi;

/** Takes from a line for the log what could be a secret. @internal */
export function hideSecrets(text: string): string {
  return text.replace(IN_URL, '$1***@').replace(NAMED, '$1$2***');
}
