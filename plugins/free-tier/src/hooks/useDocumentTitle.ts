import { useEffect } from 'react';

/** Names the browser tab after the page for as long as the page is shown (WCAG 2.4.2). @internal */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}
