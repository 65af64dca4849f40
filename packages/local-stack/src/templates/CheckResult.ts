/** How one check of a template ended. @internal */
export interface CheckResult {
  name: string;
  outcome: 'passed' | 'failed' | 'skipped';
  /** What is wrong, or why it was skipped. */
  detail?: string;
}

/**
 * A check that found problems, or none.
 *
 * @internal
 */
export function toResult(name: string, problems: string[]): CheckResult {
  return problems.length === 0
    ? { name, outcome: 'passed' }
    : { name, outcome: 'failed', detail: problems.join('\n') };
}

/** @internal */
export function skip(name: string, reason: string): CheckResult {
  return { name, outcome: 'skipped', detail: reason };
}
