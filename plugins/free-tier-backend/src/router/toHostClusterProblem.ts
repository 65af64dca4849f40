import type { LocalizedText } from '@nerds/plugin-free-tier-common';
import { ProblemError } from '../domain/ProblemError';

/** Seconds after which it makes sense to try again when a host cluster is down. */
const RETRY_AFTER_SECONDS = 10;

/**
 * A 503 with the sentence that the error of a host cluster carries for people.
 *
 * @returns undefined for every other error
 * @internal
 */
export function toHostClusterProblem(
  error: Error & { localizedMessage?: LocalizedText },
): ProblemError | undefined {
  switch (error.name) {
    case 'ServiceUnavailableError':
    case 'HostClusterForbiddenError':
    case 'HostClusterQuotaError':
      return error.localizedMessage
        ? new ProblemError({
            status: 503,
            code: 'host-cluster-unavailable',
            detail: error.localizedMessage,
            retryAfterSeconds: RETRY_AFTER_SECONDS,
          })
        : undefined;
    default:
      return undefined;
  }
}
