/** Documentation that could not be made from a source as it was. @internal */
export interface FailedBuild {
  /** Version of the source, as the preparer tells versions apart. */
  etag: string;
  /** In one line; holds no secrets. */
  reason: string;
  log: string;
  failedAt: Date;
}

/**
 * Remembers per site the last build that failed, over restarts and for every
 * replica of the portal.
 *
 * @remarks
 * Its methods do not throw: without a memory documentation is made again, which
 * is better than none.
 *
 * @internal
 */
export interface FailedBuilds {
  /** @returns undefined when there is none, or it was too long ago */
  find(site: string): Promise<FailedBuild | undefined>;
  remember(site: string, failure: FailedBuild): Promise<void>;
  forget(site: string): Promise<void>;
}

/**
 * Tells sites apart: the same source makes another site under another name.
 *
 * @internal
 */
export function buildSiteKey(
  { type, target }: { type: string; target: string },
  name: string | undefined,
): string {
  return JSON.stringify([type, target, name ?? null]);
}
