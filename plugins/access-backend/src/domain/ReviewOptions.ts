/** When reviews start, end and are asked for again, in milliseconds. @internal */
export interface ReviewOptions {
  /** Between two reviews of a team. */
  intervalMs: number;
  /** Between two reviews of the privileged roles. */
  privilegedIntervalMs: number;
  /** From start to due. */
  dueMs: number;
  /** Before due. */
  remindersMs: number[];
  /** Between two reminders after due. */
  overdueRemindersMs: number;
}
