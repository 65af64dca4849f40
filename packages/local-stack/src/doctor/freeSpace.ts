import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

const GIB = 1024 ** 3;

/**
 * Room that is left on the disk of a path, which itself may not be there yet.
 *
 * @internal
 */
export function readFreeGiB(path: string): number {
  let existing = path;
  while (!existsSync(existing)) {
    existing = dirname(existing);
  }
  const { bavail, bsize } = statfsSync(existing);
  return (bavail * bsize) / GIB;
}

/** Packages 2 GiB, programs 1 GiB, Go's caches 5 GiB, and some air. @internal */
export const FIRST_START_GIB = 9;

/** A database and etcd that grow. @internal */
export const LATER_START_GIB = 1;
