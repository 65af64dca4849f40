import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** A log is moved aside at start when it is larger; two older ones are kept. */
const MAX_LOG_BYTES = 10 * 1024 * 1024;
const KEPT_LOGS = 2;

/**
 * Opens a component's log for appending, after moving a large one aside.
 *
 * @returns file descriptor, to be given to the process and then closed here
 * @internal
 */
export function openLogFile(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  if (existsSync(path) && statSync(path).size > MAX_LOG_BYTES) {
    for (let age = KEPT_LOGS - 1; age >= 1; age--) {
      if (existsSync(`${path}.${age}`)) {
        renameSync(`${path}.${age}`, `${path}.${age + 1}`);
      }
    }
    renameSync(path, `${path}.1`);
  }
  return openSync(path, 'a', 0o600);
}

/**
 * Last lines of a log, to show with an error.
 *
 * @internal
 */
export function readLastLines(path: string, count: number): string[] {
  if (!existsSync(path)) {
    return [];
  }
  const file = openSync(path, 'r');
  try {
    const size = fstatSync(file).size;
    const length = Math.min(size, 64 * 1024);
    const buffer = Buffer.alloc(length);
    readSync(file, buffer, 0, length, size - length);
    return buffer.toString('utf8').trimEnd().split('\n').slice(-count);
  } finally {
    closeSync(file);
  }
}
