import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { readProcessIdentity } from '../process/identity.ts';
import { runCommand } from '../process/runCommand.ts';
import { stopProcess } from '../process/stopProcess.ts';
import type { ServerAccount } from './serverAccount.ts';
import type { ServerFiles } from './serverFiles.ts';

/** PostgreSQL's fast shutdown: ends sessions, writes everything, then stops. @internal */
export const POSTGRES_STOP_RULES = {
  signal: 'SIGINT' as const,
  timeoutMs: 30_000,
};

interface PrepareOptions {
  files: ServerFiles;
  account: ServerAccount | undefined;
  user: string;
  password: string;
}

function giveTo(account: ServerAccount | undefined, path: string): void {
  if (account) {
    chownSync(path, account.uid, account.gid);
  }
}

/**
 * Makes the database cluster in a directory beside its final place and moves
 * it there when it is complete, so that a start that was killed half-way
 * leaves nothing that looks like a database.
 */
async function initialise(options: PrepareOptions): Promise<void> {
  const { files, account } = options;
  const partial = `${files.dataDirectory}.partial`;
  const passwordFile = `${files.dataDirectory}.password`;
  mkdirSync(dirname(files.dataDirectory), { recursive: true });
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { mode: 0o700 });
  giveTo(account, partial);
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
  giveTo(account, passwordFile);
  try {
    const { exitCode, output } = await runAs(account, files.initdb, [
      `--pgdata=${partial}`,
      `--username=${options.user}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // built into PostgreSQL: the same order of texts on every machine
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ]);
    if (exitCode !== 0) {
      throw new Error(`initdb failed:\n${output.trim()}`);
    }
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(partial, files.dataDirectory);
}

function runAs(
  account: ServerAccount | undefined,
  command: string,
  args: string[],
) {
  return runCommand(command, args, {
    cwd: '/',
    env: { LC_ALL: 'C' },
    user: account,
  });
}

function isOurPostmaster(pid: number, dataDirectory: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(dataDirectory);
  } catch {
    return false; // ended, or no /proc: PostgreSQL itself decides then
  }
}

/**
 * After a `kill -9` the lock file stays. When its process still runs on this
 * very data it is stopped in the orderly way; when it is gone the file goes,
 * because its number may by now belong to any other program.
 */
async function recoverLockFile(dataDirectory: string): Promise<void> {
  const lockFile = join(dataDirectory, 'postmaster.pid');
  if (!existsSync(lockFile)) {
    return;
  }
  const pid = Number.parseInt(readFileSync(lockFile, 'utf8'), 10);
  const identity = readProcessIdentity(pid);
  if (identity && isOurPostmaster(pid, dataDirectory)) {
    await stopProcess(identity, POSTGRES_STOP_RULES);
  } else if (!identity) {
    rmSync(lockFile, { force: true });
  }
}

/**
 * Makes sure that there is a database cluster that can be started.
 *
 * @internal
 */
export async function prepareDataDirectory(
  options: PrepareOptions,
): Promise<void> {
  const { dataDirectory } = options.files;
  if (existsSync(join(dataDirectory, 'PG_VERSION'))) {
    await recoverLockFile(dataDirectory);
    return;
  }
  if (existsSync(dataDirectory)) {
    throw new Error(
      `${dataDirectory} is there but holds no database. Move it away, or run ./nerds reset to start empty.`,
    );
  }
  await initialise(options);
}
