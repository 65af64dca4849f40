// RFC 4648 base32 in lower case: no 0, 1 or 8 that reads as a letter.
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * Id of a token: its name, so that people know it again wherever it acts, and
 * a part that tells it from others of that name. Not a secret.
 *
 * @param random - six bytes
 * @internal
 */
export function buildTokenId(name: string, random: Uint8Array): string {
  const suffix = [...random.subarray(0, 6)].map(byte => ALPHABET[byte % 32]);
  return `${name}-${suffix.join('')}`;
}
