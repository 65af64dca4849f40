/** Errors forward others as their cause; deeper than this is a circle. */
const MAX_DEPTH = 5;

/** What the many error classes of Backstage and its plugins say of an answer. */
interface ErrorLike {
  name?: unknown;
  status?: unknown;
  statusCode?: unknown;
  response?: { status?: unknown };
  cause?: unknown;
}

/**
 * Whether an error says that the person may not: then something is not broken,
 * and trying again changes nothing.
 *
 * @internal
 */
export function isRefusal(error: unknown): boolean {
  let current = error;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    if (typeof current !== 'object' || current === null) return false;
    const { name, status, statusCode, response, cause }: ErrorLike = current;
    if (name === 'NotAllowedError') return true;
    if ([status, statusCode, response?.status].includes(403)) return true;
    current = cause;
  }
  return false;
}
