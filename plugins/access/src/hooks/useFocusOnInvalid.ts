import { useEffect, type RefObject } from 'react';

/** Where something is wrong: the part of a field that takes the focus. */
const INVALID = '[data-invalid] :is(button, input), [aria-invalid="true"]';

/**
 * Brings who sent a form to the first field that is wrong, also when it is
 * above what is on the screen.
 *
 * @param trigger - changes with every try that failed; `undefined` while none did
 * @internal
 */
export function useFocusOnInvalid(
  form: RefObject<HTMLFormElement>,
  trigger: unknown,
): void {
  useEffect(() => {
    if (trigger === undefined) return;
    form.current?.querySelector<HTMLElement>(INVALID)?.focus();
  }, [form, trigger]);
}
