import type { Language } from '@nerds/plugin-free-tier-common';
import { formatMessage } from '../messages';

/**
 * Runs something that a cancelled task interrupts, and says then what becomes
 * of the cluster.
 * @internal
 */
export async function withCancellation<T>(
  signal: AbortSignal | undefined,
  language: Language,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw signal?.aborted
      ? new Error(formatMessage('cancelled', language))
      : error;
  }
}
