import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Header by which the front door shows that a request comes from itself. @public */
export const FRONT_DOOR_HEADER = 'x-nerds-front-door';

/**
 * What the front door sends in {@link FRONT_DOOR_HEADER}: every process of the
 * portal can derive it, nobody outside can.
 *
 * @param sessionSecret - `auth.session.secret`
 * @public
 */
export function buildFrontDoorKey(sessionSecret: string): string {
  return createHmac('sha256', sessionSecret)
    .update('machine-exchange')
    .digest('hex');
}

/**
 * Whether a request comes from the front door itself, so that it is not
 * counted against the rate limit of anybody.
 *
 * @public
 */
export function isFrontDoorRequest(
  req: { headers: IncomingHttpHeaders },
  frontDoorKey: string,
): boolean {
  const given = req.headers[FRONT_DOOR_HEADER];
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(frontDoorKey)];
  return a.length === b.length && timingSafeEqual(a, b);
}
