import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router-dom';
import styles from './AppLayout.module.css';

// Long enough for a page to load and title itself, short enough to be news.
const SETTLE_MS = 700;

/**
 * Says the title of a page to screen readers when it replaces another one, which
 * a browser does only when it loads a document.
 *
 * @internal
 */
export function RouteAnnouncer() {
  const { pathname } = useLocation();
  const firstPathname = useRef(pathname);
  const [announcement, setAnnouncement] = useState('');
  useEffect(() => {
    if (pathname === firstPathname.current) {
      return undefined;
    }
    firstPathname.current = '';
    const timer = setTimeout(() => setAnnouncement(document.title), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [pathname]);
  return (
    <div role="status" className={styles.visuallyHidden}>
      {announcement}
    </div>
  );
}
