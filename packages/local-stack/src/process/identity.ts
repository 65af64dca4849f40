import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/**
 * A process that can be recognised later, also after its number was given to
 * another program.
 *
 * @public
 */
export interface ProcessIdentity {
  pid: number;
  /** When it started, in the operating system's own words; only ever compared. */
  startedAt: string;
}

const BOOT_ID_FILE = '/proc/sys/kernel/random/boot_id';

/**
 * Field 22 of /proc/<pid>/stat is the start time in ticks since boot (proc(5)).
 * The second field, the program's name, may itself hold spaces and brackets,
 * so fields are counted from the last closing bracket.
 *
 * @internal
 */
export function parseProcStat(
  stat: string,
): { state: string; startTicks: string } | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const state = fields[0];
  const startTicks = fields[19];
  return state && startTicks ? { state, startTicks } : undefined;
}

function readFromProc(pid: number): ProcessIdentity | undefined {
  try {
    const stat = parseProcStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    // A zombie has ended; nobody has asked for its exit code yet.
    if (!stat || stat.state === 'Z' || stat.state === 'X') {
      return undefined;
    }
    const bootId = readFileSync(BOOT_ID_FILE, 'utf8').trim();
    return { pid, startedAt: `${bootId}/${stat.startTicks}` };
  } catch {
    // No such process (ENOENT), or it ended while it was being read (ESRCH).
    return undefined;
  }
}

function readFromPs(pid: number): ProcessIdentity | undefined {
  try {
    const output = execFileSync(
      'ps',
      ['-o', 'stat=', '-o', 'lstart=', '-p', String(pid)],
      {
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C' },
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    ).trim();
    const [state, ...startedAt] = output.split(/\s+/);
    return !state || state.startsWith('Z')
      ? undefined
      : { pid, startedAt: startedAt.join(' ') };
  } catch {
    // ps exits with 1 when there is no such process.
    return undefined;
  }
}

/**
 * Looks at a running process.
 *
 * @returns undefined when it does not run
 * @public
 */
export function readProcessIdentity(pid: number): ProcessIdentity | undefined {
  return existsSync(BOOT_ID_FILE) ? readFromProc(pid) : readFromPs(pid);
}

/**
 * Tells whether this very process still runs.
 *
 * @public
 */
export function isRunning(identity: ProcessIdentity | undefined): boolean {
  if (!identity) {
    return false;
  }
  return readProcessIdentity(identity.pid)?.startedAt === identity.startedAt;
}
