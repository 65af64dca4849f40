import { useShadowRoot } from '@backstage/plugin-techdocs-react';
import { useEffect } from 'react';

/**
 * Adds styles to the shadow DOM of the documentation pages, where the style
 * sheets of the portal do not reach.
 *
 * @internal
 */
export function useShadowStyles(styles: string) {
  const shadowRoot = useShadowRoot();
  useEffect(() => {
    if (!shadowRoot) {
      return undefined;
    }
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    shadowRoot.adoptedStyleSheets.push(sheet);
    return () => {
      shadowRoot.adoptedStyleSheets = shadowRoot.adoptedStyleSheets.filter(
        adopted => adopted !== sheet,
      );
    };
  }, [shadowRoot, styles]);
}
