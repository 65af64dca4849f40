/** RFC 9116 recommends less than a year, so that nobody trusts what is out of date. */
const VALID_DAYS = 360;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * security.txt (RFC 9116): whom to tell about a weakness.
 *
 * @internal
 */
export function buildSecurityTxt(contact: string, now: Date): string {
  const expiresAt = new Date(now.getTime() + VALID_DAYS * DAY_MS);
  // whole seconds: not every reader knows the fraction
  const expires = expiresAt.toISOString().replace(/\.\d+Z$/, 'Z');
  return [
    `Contact: ${contact}`,
    `Expires: ${expires}`,
    'Preferred-Languages: nl, en',
    '',
  ].join('\n');
}
