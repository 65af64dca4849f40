import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';

/** @internal */
export interface ServerAccount {
  uid: number;
  gid: number;
}

const ACCOUNT_NAME = 'postgres';

function readId(flag: '-u' | '-g'): number | undefined {
  try {
    const output = execFileSync('id', [flag, ACCOUNT_NAME], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return Number.parseInt(output, 10);
  } catch {
    return undefined; // no such account
  }
}

function readAccount(): ServerAccount | undefined {
  const uid = readId('-u');
  const gid = readId('-g');
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

/**
 * PostgreSQL refuses to run as root. For root this finds the system account
 * `postgres`, and makes it when it is not there.
 *
 * @returns undefined for an ordinary user, who runs PostgreSQL as himself
 * @throws Error that says what to do when the account cannot be made
 * @internal
 */
export function ensureServerAccount(): ServerAccount | undefined {
  if (userInfo().uid !== 0) {
    return undefined;
  }
  const existing = readAccount();
  if (existing) {
    return existing;
  }
  try {
    execFileSync(
      'useradd',
      [
        '--system',
        '--user-group',
        '--no-create-home',
        '--shell',
        '/usr/sbin/nologin',
        ACCOUNT_NAME,
      ],
      { stdio: 'ignore' },
    );
  } catch {
    throw new Error(
      'PostgreSQL does not run as root, and the account "postgres" could not be made. Make it (useradd --system postgres) or run ./nerds as an ordinary user.',
    );
  }
  const made = readAccount();
  if (!made) {
    throw new Error('The account "postgres" was made but cannot be found');
  }
  return made;
}
