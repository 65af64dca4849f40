import { readFile } from 'node:fs/promises';
import type { Language } from './messages';

/**
 * What the launcher says about a local forge that cannot be reached, for
 * example that it is still being built.
 *
 * @returns undefined when there is no launcher, or it has nothing to say
 * @internal
 */
export async function readForgeStatus(
  file: string | undefined,
  language: Language,
): Promise<string | undefined> {
  if (!file) return undefined;
  try {
    const status: { state?: string; message?: Record<string, string> } =
      JSON.parse(await readFile(file, 'utf8'));
    return status.state === 'available'
      ? undefined
      : status.message?.[language];
  } catch {
    // Accepted loss: the sentence about the forge itself says enough.
    return undefined;
  }
}
