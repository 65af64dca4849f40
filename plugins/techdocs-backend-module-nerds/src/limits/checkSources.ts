import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@backstage/errors';
import type { BuildLimits } from '../config';

const MIB = 1024 * 1024;

/**
 * Looks at what the pages would be made from before anything reads it.
 *
 * @returns when the newest file was changed, in milliseconds since 1970
 * @throws {@link @backstage/errors#InputError} when it is more than the limits allow
 * @internal
 */
export async function checkSources(
  directory: string,
  limits: BuildLimits,
): Promise<number> {
  const entries = await readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  const files = entries.filter(entry => entry.isFile());
  if (files.length > limits.maxFiles) {
    throw new InputError(
      `The documentation has ${files.length} files; ${limits.maxFiles} is the most`,
    );
  }
  let total = 0;
  let changedAt = 0;
  for (const file of files) {
    const where = path.join(file.parentPath, file.name);
    const { size, mtimeMs } = await lstat(where);
    if (size > limits.maxFileBytes) {
      throw new InputError(
        `${path.relative(directory, where)} is ${formatMiB(size)}; ${formatMiB(
          limits.maxFileBytes,
        )} is the most for one file`,
      );
    }
    total += size;
    changedAt = Math.max(changedAt, mtimeMs);
  }
  if (total > limits.maxSourceBytes) {
    throw new InputError(
      `The documentation is ${formatMiB(total)}; ${formatMiB(
        limits.maxSourceBytes,
      )} is the most`,
    );
  }
  return Math.round(changedAt);
}

function formatMiB(bytes: number): string {
  return `${(bytes / MIB).toFixed(1)} MiB`;
}
