import { useEffect } from 'react';
import {
  useShadowRoot,
  useShadowRootElements,
} from '@backstage/plugin-techdocs-react';

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
 * Mends the pages that TechDocs draws in its shadow DOM, where neither the style
 * sheets nor the repairs of the portal reach. Each can go when axe finds nothing
 * without it.
 *
 * @internal
 */
export function DocsRepairs() {
  const shadowRoot = useShadowRoot();
  const scrolling = useShadowRootElements(SCROLLING);

  useEffect(() => {
    if (!shadowRoot) {
      return undefined;
    }
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    shadowRoot.adoptedStyleSheets.push(sheet);
    return () => {
      shadowRoot.adoptedStyleSheets = shadowRoot.adoptedStyleSheets.filter(
        adopted => adopted !== sheet,
      );
    };
  }, [shadowRoot]);

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
