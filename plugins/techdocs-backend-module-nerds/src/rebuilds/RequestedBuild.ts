/**
 * How a build that a person asked for stands; `interrupted` when the portal
 * stopped before it ended.
 *
 * @internal
 */
export type BuildState = 'running' | 'succeeded' | 'failed' | 'interrupted';

/** A build of documentation that a person asked for. @internal */
export interface RequestedBuild {
  id: string;
  entityRef: string;
  state: BuildState;
  startedAt: Date;
  endedAt?: Date;
  /** Why it failed, in one line; holds no secrets. */
  reason?: string;
  log: string;
}
