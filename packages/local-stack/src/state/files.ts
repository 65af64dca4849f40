import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file so that a reader sees the old or the new text, never half of it.
 *
 * @param mode - default 0644; pass 0600 for anything secret
 * @internal
 */
export function writeFileAtomic(
  path: string,
  content: string,
  mode = 0o644,
): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, content, { mode });
  // writeFileSync leaves the mode of a file that was there already
  chmodSync(temporary, mode);
  renameSync(temporary, path);
}

/**
 * Reads JSON that this stack wrote itself.
 *
 * @returns undefined when the file is not there or was cut off by a crash
 * @internal
 */
export function readJsonFile<T>(path: string): T | undefined {
  if (!existsSync(path)) {
    return undefined;
  }
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    // Written atomically, so this is a full disk or a hand edit: make it anew.
    return undefined;
  }
}
