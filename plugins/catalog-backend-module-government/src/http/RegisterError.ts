/** Why there is no answer. @internal */
export type RegisterErrorKind =
  /** No connection, no answer in time, or an answer that asks to come back later. */
  | 'unavailable'
  /** An answer that says no, and will say so again. */
  | 'refused'
  /** An answer that is not what the register promises. */
  | 'malformed'
  /** An answer that is larger than it may be. */
  | 'too-large'
  /** An address where the portal may not go. */
  | 'forbidden-address'
  /** The run was stopped. */
  | 'aborted';

/**
 * A request to a register that came to nothing.
 *
 * @remarks
 * The message names the address without its query, and never a header: it is
 * shown on a page and stands in the log.
 *
 * @internal
 */
export class RegisterError extends Error {
  readonly name = 'RegisterError' as const;

  constructor(
    readonly kind: RegisterErrorKind,
    message: string,
    readonly details: { status?: number; retryAfterMs?: number } = {},
  ) {
    super(message);
  }
}

/** Address as it may be shown. @internal */
export function toShownUrl(url: URL): string {
  return `${url.origin}${url.pathname}`;
}
