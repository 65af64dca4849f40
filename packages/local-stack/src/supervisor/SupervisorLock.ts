import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { isRunning, type ProcessIdentity } from '../process/identity.ts';
import { readJsonFile } from '../state/files.ts';

/**
 * Takes the place of the one supervisor of a stack. A lock whose holder was
 * killed is taken over.
 *
 * @returns false when another supervisor is at work
 * @internal
 */
export function takeSupervisorLock(
  path: string,
  self: ProcessIdentity,
): boolean {
  for (;;) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, JSON.stringify(self));
      closeSync(file);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw error;
      }
    }
    if (isRunning(readJsonFile<ProcessIdentity>(path))) {
      return false;
    }
    rmSync(path, { force: true });
  }
}

/** @internal */
export function releaseSupervisorLock(path: string): void {
  rmSync(path, { force: true });
}
