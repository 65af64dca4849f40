/** The parts of Kubernetes' `Status` answer that decisions are made by. */
interface KubernetesStatus {
  message?: string;
  reason?: string;
  details?: { causes?: { reason?: string }[]; retryAfterSeconds?: number };
}

/**
 * The API server answered with an error. Stays within this folder: the answer
 * may name other tenants' objects, so `toServiceError` makes a fresh error of it.
 * @internal
 */
export class KubernetesApiError extends Error {
  readonly name = 'KubernetesApiError';
  /** `reason` of the answer, for example `AlreadyExists`. */
  readonly reason?: string;
  /** `details.causes[].reason`, for example `NamespaceTerminating`. */
  readonly causes: string[];
  /** How long the API server asks to wait, in milliseconds. */
  readonly retryAfterMs?: number;

  constructor(
    /** HTTP status; not named `status`, which would become our own answer's. */
    readonly httpStatus: number,
    body: string,
    retryAfterSeconds?: string,
  ) {
    const status = parseStatus(body);
    super(status.message ?? `HTTP status ${httpStatus}`);
    this.reason = status.reason;
    this.causes = (status.details?.causes ?? []).flatMap(cause =>
      cause.reason ? [cause.reason] : [],
    );
    const seconds = Number(
      retryAfterSeconds ?? status.details?.retryAfterSeconds,
    );
    this.retryAfterMs =
      Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
  }
}

function parseStatus(body: string): KubernetesStatus {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    // A proxy's HTML page, or an answer cut short: the status code says enough.
    return {};
  }
}

/** Whether the API server answered with this status, and this reason if given. @internal */
export function isApiError(
  error: unknown,
  httpStatus: number,
  reason?: string,
): error is KubernetesApiError {
  return (
    error instanceof KubernetesApiError &&
    error.httpStatus === httpStatus &&
    (reason === undefined || error.reason === reason)
  );
}
