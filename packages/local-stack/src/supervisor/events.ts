/**
 * What the supervisor tells the command that started it, over Node's own
 * channel between parent and child.
 *
 * @internal
 */
export type StackEvent =
  | { type: 'step'; step: StackStep }
  /** The portal can be used; the control plane may still be on its way. */
  | { type: 'ready'; portalUrl: string }
  /** It could not start; everything that was started has been stopped again. */
  | { type: 'failed'; message: string };

/** One line of progress. @internal */
export interface StackStep {
  /** Steps with the same title are the same step. */
  title: string;
  state: 'running' | 'done' | 'failed';
  detail?: string;
}

/** What the starting command tells the supervisor. @internal */
export type SupervisorCommand =
  /** Go on when the command has ended. */
  { type: 'detach' };
