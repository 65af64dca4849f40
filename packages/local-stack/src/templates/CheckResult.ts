/** How one check of a template ended. @internal */
export interface CheckResult {
  name: string;
  outcome: 'passed' | 'failed' | 'skipped';
  /** What is wrong, or why it was skipped. */
  detail?: string;
  /** Skipped for want of something that a machine need not have, not even in CI. */
  dispensable?: boolean;
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

/**
 * Skipped for want of what a machine need not have.
 *
 * @internal
 */
export function skipDispensable(name: string, reason: string): CheckResult {
  return { ...skip(name, reason), dispensable: true };
}
