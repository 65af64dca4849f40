/** What a JWT says of who sends it. @internal */
export type Claims = Record<string, unknown>;

/**
 * Whether the claims of a token are as a workload identity wants them: every
 * one of them, exactly, or with a `*` at the end for any rest.
 *
 * @remarks
 * There is no `*` in the middle, where anybody who can name a branch could fill
 * in what is wanted. A claim that is a list holds when one of its items does.
 *
 * @internal
 */
export function evaluateClaims(
  wanted: Record<string, string>,
  claims: Claims,
): boolean {
  return Object.entries(wanted).every(([name, pattern]) => {
    const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
    const values = Array.isArray(value) ? value : [value];
    return values.some(item => isMatch(pattern, item));
  });
}

function isMatch(pattern: string, value: unknown): boolean {
  if (!['string', 'number', 'boolean'].includes(typeof value)) return false;
  const text = String(value);
  if (!pattern.endsWith('*')) return text === pattern;
  const prefix = pattern.slice(0, -1);
  return text.length > prefix.length && text.startsWith(prefix);
}
