import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * What a browser would run, apply or show as a page of the portal. Pages come
 * from Markdown, styles from the theme, and scripts are not used at all.
 */
const ACTIVE = /\.(css|[cm]?js|wasm|s?html?|xhtml|xht|swf)$/i;

/**
 * Removes such files from a copy of documentation.
 *
 * @returns what was removed, relative to the directory
 * @internal
 */
export async function removeActiveFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  const active = entries
    .filter(entry => !entry.isDirectory() && ACTIVE.test(entry.name))
    .map(entry => path.join(entry.parentPath, entry.name));
  await Promise.all(active.map(file => rm(file)));
  return active.map(file => path.relative(directory, file)).sort();
}
