import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Language } from '@nerds/plugin-free-tier-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { FreeTierUnavailableError } from '../clients/freeTier/toServiceError';
import { formatMessage } from '../messages';

/** Waits between the attempts while the portal does not answer. */
const RETRY_DELAYS_SECONDS = [1, 2, 5, 10];

/**
 * Asks the free tier again while it does not answer, and says so in the log. A
 * refusal is final.
 *
 * @internal
 */
export async function withRetries<T>(
  context: { logger: LoggerService; signal?: AbortSignal },
  language: Language,
  attempt: () => Promise<T>,
): Promise<T> {
  for (const delay of RETRY_DELAYS_SECONDS) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof FreeTierUnavailableError)) throw error;
      const seconds = error.retryAfterSeconds ?? delay;
      context.logger.warn(formatMessage('retrying', language, { seconds }));
      await sleep(seconds * 1000, undefined, { signal: context.signal });
    }
  }
  return attempt();
}
