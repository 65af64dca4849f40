import { type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';

/** Longer than dialogs and menus take to give the focus back themselves, in milliseconds. */
const SETTLE_MS = 100;

/** A button that does not work for longer is not just busy, in milliseconds. */
const BUSY_MS = 2_000;

/** Where the focus was, from the inside out: the element and all around it. */
function listTrail(element: Element): HTMLElement[] {
  const trail: HTMLElement[] = [];
  for (
    let next: Element | null = element;
    next && next !== document.body;
    next = next.parentElement
  ) {
    if (next instanceof HTMLElement) trail.push(next);
  }
  return trail;
}

/** On the page, and not behind `hidden` or `display: none`. */
function isShown(element: HTMLElement) {
  // only browsers know whether something is displayed
  return element.isConnected && (element.checkVisibility?.() ?? true);
}

// Another theme draws all of the page anew, and this with it.
let isLostWithAll = false;

function giveFocus(element: HTMLElement) {
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/**
 * Keeps an eye on the focus, and finds it a place when what had it is gone.
 *
 * @returns a function that ends it
 */
function keepFocus(content: HTMLElement): () => void {
  // what had the focus last, and what had it last on the page: a dialog lies beside it
  let last: HTMLElement[] = [];
  let lastInContent: HTMLElement[] = [];
  // a button that does not work while it is busy has no focus either
  let disabledAt: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const onFocusIn = ({ target }: FocusEvent) => {
    last = listTrail(target as Element);
    disabledAt = undefined;
    if (content.contains(target as Element)) lastInContent = last;
  };
  // who points takes the focus away on purpose
  const onPointerDown = () => {
    last = [];
    lastInContent = [];
  };
  const restore = () => {
    const [element] = last;
    const isLost = document.activeElement === document.body;
    if (!element || !isLost) return;
    if (isShown(element)) {
      if (disabledAt === undefined) return;
      if (!element.matches(':disabled')) {
        element.focus({ preventScroll: true });
        return;
      }
      if (Date.now() - disabledAt < BUSY_MS) {
        timer = setTimeout(restore, BUSY_MS);
        return;
      }
    }
    const dialog = last.find(
      part => part.matches('[role$="dialog"]') && isShown(part),
    );
    const place = lastInContent.find(
      part => isShown(part) && !part.matches(':disabled'),
    );
    giveFocus(dialog ?? (place && content.contains(place) ? place : content));
  };
  const observer = new MutationObserver(records => {
    const isDisabled = records.some(
      ({ type, target }) => type === 'attributes' && target === last[0],
    );
    if (isDisabled) disabledAt ??= Date.now();
    clearTimeout(timer);
    timer = setTimeout(restore, SETTLE_MS);
  });

  document.addEventListener('focusin', onFocusIn);
  document.addEventListener('pointerdown', onPointerDown, true);
  observer.observe(document.body, {
    attributeFilter: ['disabled'],
    childList: true,
    subtree: true,
  });
  if (isLostWithAll && document.activeElement === document.body) {
    giveFocus(content);
  }
  return () => {
    document.removeEventListener('focusin', onFocusIn);
    document.removeEventListener('pointerdown', onPointerDown, true);
    observer.disconnect();
    clearTimeout(timer);
    isLostWithAll = last.length > 0 && !content.isConnected;
  };
}

/**
 * Lets whoever uses the keyboard go on from a sensible place: after a choice in the
 * navigation at the page, and after something disappears at what is around it.
 *
 * @remarks
 * A browser forgets the focus of what is removed. It remembers the place for the
 * next Tab, but a screen reader starts at the top of the document.
 *
 * @param ref - the container that holds the page; it must be able to have the focus
 * @internal
 */
export function useKeptFocus(ref: RefObject<HTMLElement>) {
  const { pathname } = useLocation();
  const lastPathname = useRef(pathname);
  useEffect(() => (ref.current ? keepFocus(ref.current) : undefined), [ref]);
  useEffect(() => {
    if (pathname === lastPathname.current) return;
    lastPathname.current = pathname;
    const content = ref.current;
    const isInNavigation = document.activeElement?.closest('nav, header');
    if (isInNavigation && !content?.contains(document.activeElement)) {
      content?.focus({ preventScroll: true });
    }
  }, [pathname, ref]);
}
