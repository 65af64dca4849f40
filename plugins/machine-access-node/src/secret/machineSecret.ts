import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { MACHINE_TOKEN_PREFIX } from '@nerds/plugin-machine-access-common';

/** As many as SHA-256 puts out: nobody guesses it, so a plain hash of it is safe to keep. */
const RANDOM_BYTES = 32;

// 32 bytes are 43 characters of base64url, a CRC-32 is 8 hexadecimal digits.
const SECRET =
  /^nerds_([a-z][a-z0-9-]{1,62})_([A-Za-z0-9_-]{43})_([0-9a-f]{8})$/;

/**
 * Makes the secret of a named token: `nerds_<id>_<random>_<check>`.
 *
 * @param id - of the token; readable, so that a leaked secret says which to revoke
 * @public
 */
export function createMachineSecret(id: string): string {
  const random = randomBytes(RANDOM_BYTES).toString('base64url');
  const body = `${MACHINE_TOKEN_PREFIX}${id}_${random}`;
  return `${body}_${calculateCheck(body)}`;
}

/**
 * Reads which token a secret is of.
 *
 * @returns undefined when it cannot be one that the portal made: a typing
 * error, or a piece that was not copied. Whether it counts is for the machine
 * access plugin to say.
 * @public
 */
export function parseMachineSecret(secret: string): { id: string } | undefined {
  const match = SECRET.exec(secret);
  if (!match) return undefined;
  const [, id, , check] = match;
  const body = secret.slice(0, -check.length - 1);
  return calculateCheck(body) === check ? { id } : undefined;
}

/** CRC-32: finds slips of the hand, keeps nobody out. */
function calculateCheck(body: string): string {
  return crc32(body).toString(16).padStart(8, '0');
}
