import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { StackPaths } from '../paths.ts';

/** Links files where possible (one file system), copies otherwise. @internal */
export function linkTree(source: string, target: string): void {
  mkdirSync(target, { recursive: true });
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    const [from, to] = [join(source, entry.name), join(target, entry.name)];
    if (entry.isDirectory()) {
      linkTree(from, to);
    } else {
      try {
        linkSync(from, to);
      } catch {
        cpSync(from, to);
      }
    }
  }
}

/** Complete or not at all. */
function linkComplete(source: string, target: string): void {
  if (existsSync(target)) {
    return;
  }
  const partial = `${target}.${process.pid}.partial`;
  rmSync(partial, { recursive: true, force: true });
  linkTree(source, partial);
  try {
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(target)) {
      throw error;
    }
  }
}

/**
 * Where programs built from Go modules are kept: in the clone, and once more
 * for all clones of one user, so that a fresh clone is fast.
 *
 * @internal
 */
export class BuildCache {
  readonly directory: string;
  private readonly userDirectory: string;

  /**
   * @param name - of what is built
   * @param key - changes with anything that changes the programs
   */
  constructor(paths: StackPaths, name: string, key: string) {
    const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
    this.directory = join(paths.cache, name, key);
    this.userDirectory = join(base, 'nerds', name, key);
  }

  /** Looks for what was built earlier, in this clone or another one. */
  isBuilt(): boolean {
    if (!existsSync(this.directory) && existsSync(this.userDirectory)) {
      linkComplete(this.userDirectory, this.directory);
    }
    return existsSync(this.directory);
  }

  /** A directory to build in; an interrupted build goes on in it. */
  begin(): string {
    const partial = `${this.directory}.building`;
    mkdirSync(partial, { recursive: true });
    return partial;
  }

  /** Puts what {@link BuildCache.begin} gave in its place. */
  complete(): void {
    renameSync(`${this.directory}.building`, this.directory);
    linkComplete(this.directory, this.userDirectory);
  }
}
