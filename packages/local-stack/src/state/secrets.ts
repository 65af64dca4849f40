import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomic } from './files.ts';

/**
 * Secrets that are made once per stack and stay: each in a file of its own,
 * readable by the owner only.
 *
 * @internal
 */
export class SecretFiles {
  private readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  }

  /** Path of a secret, to hand to a program instead of the secret itself. */
  path(name: string): string {
    return join(this.directory, name);
  }

  /**
   * The secret of this name; the first time it is made.
   *
   * @param make - default 32 random bytes as base64url
   */
  async ensure(
    name: string,
    make: () => string | Promise<string> = () =>
      randomBytes(32).toString('base64url'),
  ): Promise<string> {
    const path = this.path(name);
    if (existsSync(path)) {
      return readFileSync(path, 'utf8');
    }
    const secret = await make();
    writeFileAtomic(path, secret, 0o600);
    return secret;
  }
}
