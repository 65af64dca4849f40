import { SidebarPinStateProvider } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { appTranslationRef } from '../../translation';
import styles from './AppLayout.module.css';
import { RouteAnnouncer } from './RouteAnnouncer';
import { useIsSmallScreen } from './useIsSmallScreen';
import { useKeptFocus } from './useKeptFocus';
import { useMainLandmark } from './useMainLandmark';

const CONTENT_ID = 'inhoud';
const PINNED_KEY = 'sidebarPinState';

function readPinned() {
  try {
    return window.localStorage.getItem(PINNED_KEY) !== 'false';
  } catch {
    // Storage switched off by the browser: the setting then lasts one visit.
    return true;
  }
}

function storePinned(isPinned: boolean) {
  try {
    window.localStorage.setItem(PINNED_KEY, JSON.stringify(isPinned));
  } catch {
    // See readPinned.
  }
}

/**
 * Navigation beside the page, or above it on a small screen; the document itself
 * scrolls, so that zooming and the keyboard do what they do everywhere.
 *
 * @remarks
 * `isPinned` is the setting "pin the sidebar" of Backstage: off means icons only.
 *
 * @internal
 */
export function AppLayout(props: { nav: ReactNode; content: ReactNode }) {
  const { t } = useTranslationRef(appTranslationRef);
  const isMobile = useIsSmallScreen();
  const [isPinned, setIsPinned] = useState(readPinned);
  const contentRef = useRef<HTMLDivElement>(null);
  const isMain = useMainLandmark(contentRef);
  useKeptFocus(contentRef);
  const pinState = useMemo(
    () => ({
      isMobile,
      isPinned,
      toggleSidebarPinState: () => {
        storePinned(!isPinned);
        setIsPinned(!isPinned);
      },
    }),
    [isMobile, isPinned],
  );
  return (
    <SidebarPinStateProvider value={pinState}>
      <a
        href={`#${CONTENT_ID}`}
        className={styles.skipLink}
        onClick={event => {
          // The address holds the route; a fragment in it would reload some pages.
          event.preventDefault();
          contentRef.current?.focus();
          contentRef.current?.scrollIntoView();
        }}
      >
        {t('nav.skipToContent')}
      </a>
      <div className={styles.layout}>
        {props.nav}
        <div
          id={CONTENT_ID}
          ref={contentRef}
          tabIndex={-1}
          role={isMain ? 'main' : undefined}
          className={styles.content}
        >
          {props.content}
        </div>
      </div>
      <RouteAnnouncer />
    </SidebarPinStateProvider>
  );
}
