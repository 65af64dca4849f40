import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { LocalizedText } from '@nerds/plugin-free-tier-common';
import {
  HostClusterConflictError,
  HostClusterForbiddenError,
  HostClusterQuotaError,
  HostClusterRejectedError,
  HostClusterUnavailableError,
} from './HostClusterErrors';
import { KubeconfigError } from './KubeconfigConnection';
import { KubernetesApiError } from './KubernetesApiError';
import {
  HOST_CLUSTER_MESSAGES,
  type HostClusterReason,
} from './hostClusterMessages';
import { isConnectionError, isTimeout } from './withRetries';

/** @internal */
export interface ServiceErrorContext {
  /** Name of the region. */
  region: string;
  /** What was being done, for the log: `apply the guard-rails`. */
  action: string;
  logger: LoggerService;
}

/**
 * Makes a fresh error of what went wrong on the host cluster, and logs the original.
 *
 * @remarks
 * The API server's answer names objects and people that are nobody's business
 * outside; and a `cause` or a `status` on an error ends up in the HTTP answer.
 * So nothing of the original goes along.
 *
 * @internal
 */
export function toServiceError(
  error: unknown,
  context: ServiceErrorContext,
): HostClusterError {
  const mapped = mapToServiceError(error, context.region);
  if (mapped === error) {
    return mapped;
  }
  const meta = {
    region: context.region,
    reason: mapped.reason,
    error: isError(error) ? `${error.name}: ${error.message}` : String(error),
    ...(error instanceof KubernetesApiError && {
      httpStatus: error.httpStatus,
      kubernetesReason: error.reason ?? '',
    }),
  };
  const text = `Could not ${context.action} in region ${context.region}`;
  if (mapped instanceof HostClusterUnavailableError) {
    context.logger.warn(text, meta);
  } else {
    context.logger.error(text, meta);
  }
  return mapped;
}

/** One of the errors of `HostClusterErrors.ts`. @internal */
export type HostClusterError =
  | HostClusterConflictError
  | HostClusterForbiddenError
  | HostClusterQuotaError
  | HostClusterRejectedError
  | HostClusterUnavailableError;

/** As {@link toServiceError}, without the log line. @internal */
export function mapToServiceError(
  error: unknown,
  region: string,
): HostClusterError {
  if (isHostClusterError(error)) {
    return error;
  }
  const details = (reason: HostClusterReason) => ({
    reason,
    localizedMessage: HOST_CLUSTER_MESSAGES[reason](region),
  });
  if (error instanceof KubeconfigError) {
    return new HostClusterUnavailableError(
      details(
        error.reason === 'Missing'
          ? 'HostClusterNotStarted'
          : 'HostClusterMisconfigured',
      ),
    );
  }
  if (error instanceof KubernetesApiError) {
    return mapApiError(error, details);
  }
  if (isTimeout(error)) {
    return new HostClusterUnavailableError(details('HostClusterTimeout'));
  }
  if (isConnectionError(error) || isAbort(error)) {
    return new HostClusterUnavailableError(details('HostClusterUnreachable'));
  }
  return new HostClusterUnavailableError(details('HostClusterFailing'));
}

function isHostClusterError(error: unknown): error is HostClusterError {
  return (
    error instanceof HostClusterConflictError ||
    error instanceof HostClusterForbiddenError ||
    error instanceof HostClusterQuotaError ||
    error instanceof HostClusterRejectedError ||
    error instanceof HostClusterUnavailableError
  );
}

function mapApiError(
  error: KubernetesApiError,
  details: (reason: HostClusterReason) => {
    reason: string;
    localizedMessage: LocalizedText;
  },
): HostClusterError {
  // The API has no reason of its own for a full quota or store; both texts are
  // fixed in Kubernetes (admission/plugin/resourcequota, etcd rpctypes; 1.36).
  const isFull =
    error.httpStatus === 507 ||
    /exceeded quota: |database space exceeded/.test(error.message);
  if (isFull) {
    return new HostClusterQuotaError(details('HostClusterFull'));
  }
  if (error.causes.includes('NamespaceTerminating')) {
    return new HostClusterUnavailableError(details('NamespaceTerminating'));
  }
  switch (error.httpStatus) {
    case 401:
      return new HostClusterForbiddenError(details('HostClusterUnauthorized'));
    case 403:
      return new HostClusterForbiddenError(details('HostClusterForbidden'));
    case 404:
      return new HostClusterUnavailableError(details('NamespaceMissing'));
    // Not HostClusterConflictError, which is about a name and never passes.
    case 409:
      return new HostClusterUnavailableError(details('HostClusterConflict'));
    // What was being listed has moved on; asking again starts afresh.
    case 410:
      return new HostClusterUnavailableError(details('HostClusterFailing'));
    case 429:
      return new HostClusterUnavailableError(details('HostClusterOverloaded'));
    default:
      return error.httpStatus >= 500
        ? new HostClusterUnavailableError(details('HostClusterFailing'))
        : new HostClusterRejectedError(details('HostClusterRejected'));
  }
}

function isAbort(error: unknown): boolean {
  return isError(error) && error.name === 'AbortError';
}
