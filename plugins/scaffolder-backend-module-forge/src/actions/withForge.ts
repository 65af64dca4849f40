import type { LoggerService } from '@backstage/backend-plugin-api';
import { setTimeout as sleep } from 'node:timers/promises';
import { ForgeError, ForgeUnavailableError } from '../errors';
import { formatMessage, type Language } from '../messages';
import { readForgeStatus } from '../readForgeStatus';

/** Waits between the attempts: over a restart of the forge, not over its building. */
const RETRY_DELAYS_SECONDS = [1, 2, 5, 10];

/** @internal */
export interface ForgeWork {
  language: Language;
  logger: LoggerService;
  signal?: AbortSignal;
  /** See `forge.statusFile`. */
  statusFile?: string;
}

/**
 * Does something with the forge, again when it does not answer now, and makes
 * of what goes wrong a sentence in the language of the task.
 * @internal
 */
export async function withForge<T>(
  work: ForgeWork,
  attempt: () => Promise<T>,
): Promise<T> {
  const { language, logger, signal } = work;
  for (const seconds of RETRY_DELAYS_SECONDS) {
    try {
      return await attempt();
    } catch (error) {
      if (signal?.aborted) break;
      if (!(error instanceof ForgeError && error.retryable)) {
        throw toSentence(error, language);
      }
      logger.warn(formatMessage('retrying', language, { seconds }));
      await sleep(seconds * 1000, undefined, { signal }).catch(() => {});
    }
  }
  if (signal?.aborted) throw new Error(formatMessage('cancelled', language));
  try {
    return await attempt();
  } catch (error) {
    throw await explain(error, work);
  }
}

function toSentence(error: unknown, language: Language): unknown {
  return error instanceof ForgeError ? error.localize(language) : error;
}

async function explain(error: unknown, work: ForgeWork): Promise<unknown> {
  const { language, statusFile } = work;
  const sentence = toSentence(error, language);
  if (!(sentence instanceof ForgeUnavailableError)) return sentence;
  const status = await readForgeStatus(statusFile, language);
  return status
    ? new ForgeUnavailableError(`${status} ${sentence.message}`)
    : sentence;
}
