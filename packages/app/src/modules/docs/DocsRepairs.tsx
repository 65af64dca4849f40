import { useEffect } from 'react';
import {
  useShadowRoot,
  useShadowRootElements,
} from '@backstage/plugin-techdocs-react';
import { useShadowStyles } from './useShadowStyles';

/** A link in a sentence has to differ by more than its colour (WCAG 1.4.1). */
const STYLES = `
  .md-content :is(p, li, td) a:not(.md-button, .headerlink) {
    text-decoration: underline;
  }
`;

/** What Material for MkDocs lets scroll sideways. */
const SCROLLING = ['pre > code', '.md-typeset table:not(.highlighttable)'];

/**
 * Lets the keyboard reach what has to be scrolled, and passes by what has not.
 *
 * @internal
 */
export function updateTabStop(element: HTMLElement) {
  if (element.scrollWidth > element.clientWidth) {
    element.tabIndex = 0;
  } else {
    element.removeAttribute('tabindex');
  }
}

/**
 * Says in which language the pages are, which need not be that of the portal
 * (WCAG 3.1.2). Their own `<html>` says it, which is not the page's here.
 *
 * @internal
 */
export function updateLanguage(shadowRoot: ShadowRoot) {
  const language = shadowRoot.querySelector('html')?.getAttribute('lang');
  if (language) {
    shadowRoot.host.setAttribute('lang', language);
  } else {
    shadowRoot.host.removeAttribute('lang');
  }
}

/**
 * Mends the pages that TechDocs draws in its shadow DOM, where neither the style
 * sheets nor the repairs of the portal reach. Each can go when axe finds nothing
 * without it.
 *
 * @internal
 */
export function DocsRepairs() {
  const shadowRoot = useShadowRoot();
  const scrolling = useShadowRootElements(SCROLLING);
  useShadowStyles(STYLES);

  useEffect(() => {
    if (shadowRoot) updateLanguage(shadowRoot);
  }, [shadowRoot, scrolling]);

  useEffect(() => {
    // also reports the first size, when the page is laid out
    const observer = new ResizeObserver(entries =>
      entries.forEach(({ target }) => updateTabStop(target as HTMLElement)),
    );
    scrolling.forEach(element => observer.observe(element));
    return () => observer.disconnect();
  }, [scrolling]);

  return null;
}
