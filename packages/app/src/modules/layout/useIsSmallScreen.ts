import { useSyncExternalStore } from 'react';

// The same border as in AppLayout.module.css and Navigation.module.css: below it
// a sidebar would leave a page less than 45rem.
const QUERY = '(max-width: 59.99rem)';

function subscribe(onChange: () => void) {
  const query = window.matchMedia(QUERY);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

/**
 * Whether the navigation stands above the page instead of beside it.
 *
 * @internal
 */
export function useIsSmallScreen(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(QUERY).matches,
  );
}
