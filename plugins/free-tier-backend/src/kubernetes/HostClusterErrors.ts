import {
  ConflictError,
  CustomErrorBase,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { LocalizedText } from '@nerds/plugin-free-tier-common';

/** What every error of the host cluster carries. @internal */
export interface HostClusterErrorDetails {
  /** CamelCase word for machines, ends up as a condition's `reason`. */
  reason: string;
  /** Sentence for people; never text of the API server. */
  localizedMessage: LocalizedText;
}

/**
 * The host cluster is down, slow or overloaded, also after retries. Answers 503.
 * @internal
 */
export class HostClusterUnavailableError
  extends ServiceUnavailableError
  implements HostClusterErrorDetails
{
  readonly reason: string;
  readonly localizedMessage: LocalizedText;

  constructor(details: HostClusterErrorDetails) {
    super(details.localizedMessage.en);
    this.reason = details.reason;
    this.localizedMessage = details.localizedMessage;
  }
}

/**
 * The name on the host cluster belongs to something else. Answers 409.
 * @internal
 */
export class HostClusterConflictError
  extends ConflictError
  implements HostClusterErrorDetails
{
  readonly reason: string;
  readonly localizedMessage: LocalizedText;

  constructor(details: HostClusterErrorDetails) {
    super(details.localizedMessage.en);
    this.reason = details.reason;
    this.localizedMessage = details.localizedMessage;
  }
}

/** What those have in common for which Backstage has no class. */
abstract class HostClusterErrorBase
  extends CustomErrorBase
  implements HostClusterErrorDetails
{
  readonly reason: string;
  readonly localizedMessage: LocalizedText;

  constructor(details: HostClusterErrorDetails) {
    super(details.localizedMessage.en);
    this.reason = details.reason;
    this.localizedMessage = details.localizedMessage;
  }
}

/**
 * The host cluster refuses the portal's own account: its rights or its
 * credentials are wrong. An operator has to mend it, so it is a 503 to people.
 * @internal
 */
export class HostClusterForbiddenError extends HostClusterErrorBase {
  name = 'HostClusterForbiddenError' as const;
  readonly statusCode = 503;
}

/**
 * The host cluster is full. Answers 503: it goes on when there is room again.
 * @internal
 */
export class HostClusterQuotaError extends HostClusterErrorBase {
  name = 'HostClusterQuotaError' as const;
  readonly statusCode = 503;
}

/**
 * The host cluster does not accept what the portal sent (400, 405, 415, 422):
 * trying again does not help until the portal or its config changes. Answers 500.
 * @internal
 */
export class HostClusterRejectedError extends HostClusterErrorBase {
  name = 'HostClusterRejectedError' as const;
  readonly statusCode = 500;
}
