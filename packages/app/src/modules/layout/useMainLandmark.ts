import { type RefObject, useLayoutEffect, useState } from 'react';

/**
 * Tells whether the container must be the `main` landmark itself.
 *
 * @remarks
 * Some pages of Backstage bring a `main`, others do not, and a page must have
 * exactly one.
 *
 * @param ref - the container that holds the page
 * @internal
 */
export function useMainLandmark(ref: RefObject<HTMLElement>): boolean {
  const [isMain, setIsMain] = useState(true);
  useLayoutEffect(() => {
    const container = ref.current;
    if (!container) {
      return undefined;
    }
    const check = () => setIsMain(!container.querySelector('main'));
    check();
    const observer = new MutationObserver(check);
    observer.observe(container, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [ref]);
  return isMain;
}
