import { useRef } from 'react';

/**
 * The errors that the form found when the person wanted to go on, for as long
 * as the value they are about is still there. (The form itself keeps them until
 * the next try, also when they no longer hold.)
 * @public
 */
export function useFreshErrors(
  rawErrors: string[] | undefined,
  value: unknown,
): string | undefined {
  const text = rawErrors?.join(' ') || undefined;
  const key = JSON.stringify(value);
  const seen = useRef<{ text?: string; key?: string }>({});
  if (seen.current.text !== text) seen.current = { text, key };
  return seen.current.key === key ? text : undefined;
}
