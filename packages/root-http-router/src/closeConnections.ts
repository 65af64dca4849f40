import type { Server } from 'node:http';

/** How long answers that are on their way get to arrive. */
const GRACE_MS = 1_500;
const POLL_MS = 100;

/**
 * Ends the connections of a portal that stops: idle ones at once, and after a
 * grace all others. Long polls of the event bus would hold the portal for as
 * long as a minute.
 *
 * @internal
 */
export function closeConnections(server: Server): void {
  const poll = setInterval(() => server.closeIdleConnections(), POLL_MS);
  setTimeout(() => {
    clearInterval(poll);
    server.closeAllConnections();
  }, GRACE_MS);
}
