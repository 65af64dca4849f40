import { createHash } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { repositoryRoot } from '../paths.ts';
import { writeFileAtomic } from '../state/files.ts';

const NOT_SOURCE = new Set([
  'node_modules',
  'dist',
  'dist-types',
  'coverage',
  '__testUtils__',
  '__fixtures__',
]);
/** Changing a test or a text about the code needs no new build. */
const NOT_BUILT = /\.test\.tsx?$|\.md$/;

function* listFiles(path: string): Generator<string> {
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const child = join(path, entry.name);
    if (NOT_SOURCE.has(entry.name)) {
      continue;
    } else if (entry.isDirectory()) {
      yield* listFiles(child);
    } else if (entry.isFile() && !NOT_BUILT.test(entry.name)) {
      yield child;
    }
  }
}

/**
 * Hash over the names and contents of files and whole folders.
 *
 * @param paths - absolute; one that is not there counts as absent
 * @internal
 */
export function hashFiles(paths: string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(listSources)) {
    hash.update(relative(repositoryRoot, file));
    hash.update('\0');
    hash.update(readFileSync(file));
    hash.update('\0');
  }
  return hash.digest('hex');
}

function listSources(path: string): string[] {
  if (!existsSync(path)) {
    return [];
  }
  return statSync(path).isDirectory() ? [...listFiles(path)] : [path];
}

/**
 * Remembers that some work was done for some input, so that it is not done twice.
 *
 * @internal
 */
export class Stamp {
  private readonly file: string;

  constructor(directory: string, name: string) {
    this.file = join(directory, name);
  }

  matches(hash: string): boolean {
    return existsSync(this.file) && readFileSync(this.file, 'utf8') === hash;
  }

  /** Before the work: an interrupted run must not look like a finished one. */
  clear(): void {
    rmSync(this.file, { force: true });
  }

  set(hash: string): void {
    writeFileAtomic(this.file, hash);
  }
}
