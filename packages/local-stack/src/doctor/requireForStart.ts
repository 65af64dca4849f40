import { CliError } from '../console/CliError.ts';
import { repositoryRoot } from '../paths.ts';
import { FIRST_START_GIB, LATER_START_GIB, readFreeGiB } from './freeSpace.ts';

/** Major version of Node that the whole repository runs on. @internal */
export const NODE_MAJOR = 24;

/** @internal */
export function isRightNode(version: string): boolean {
  return Number.parseInt(version.replace(/^v/, ''), 10) === NODE_MAJOR;
}

/** Below this nothing works; between this and what doctor advises it may. */
const SHARE_THAT_MUST_BE_FREE = 0.5;

/**
 * Stops a start that cannot end well, before it does anything.
 *
 * @throws {@link CliError} with what to do
 * @internal
 */
export function requireForStart({ installed }: { installed: boolean }): void {
  if (!isRightNode(process.version)) {
    throw new CliError(
      `Node ${NODE_MAJOR} is needed and this is ${process.version}. Use ./nerds, which brings its own.`,
    );
  }
  const wanted = installed ? LATER_START_GIB : FIRST_START_GIB;
  const free = readFreeGiB(repositoryRoot);
  if (free < wanted * SHARE_THAT_MUST_BE_FREE) {
    throw new CliError(
      `The disk has ${free.toFixed(
        1,
      )} GiB left and ${wanted} GiB is needed. Free some room and start again.`,
    );
  }
}
