import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  randomBytes,
} from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
// https://nvlpubs.nist.gov/nistpubs/Legacy/SP/nistspecialpublication800-38d.pdf 5.2.1.1, checked 2026-11
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Lets a browser keep something for us that it can neither read nor change.
 *
 * @internal
 */
export class SealedBox<T> {
  readonly #key: Buffer;

  /**
   * @param secret - shared by all replicas
   * @param purpose - what is sealed for one purpose does not open for another
   */
  constructor(secret: string, purpose: string) {
    this.#key = Buffer.from(
      hkdfSync('sha256', secret, '', `nerds ${purpose}`, KEY_BYTES),
    );
  }

  /** @returns text that can be a cookie */
  seal(content: T): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#key, iv);
    return Buffer.concat([
      iv,
      cipher.update(JSON.stringify(content), 'utf8'),
      cipher.final(),
      cipher.getAuthTag(),
    ]).toString('base64url');
  }

  /** @returns undefined for what was not sealed by us, or with another secret */
  open(sealed: string): T | undefined {
    const bytes = Buffer.from(sealed, 'base64url');
    if (bytes.length < IV_BYTES + TAG_BYTES) {
      return undefined;
    }
    const decipher = createDecipheriv(
      ALGORITHM,
      this.#key,
      bytes.subarray(0, IV_BYTES),
      { authTagLength: TAG_BYTES },
    );
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      const text = Buffer.concat([
        decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)),
        decipher.final(),
      ]).toString('utf8');
      return JSON.parse(text) as T;
    } catch {
      // Tampered with, or sealed before the secret was changed: as good as absent.
      return undefined;
    }
  }
}
