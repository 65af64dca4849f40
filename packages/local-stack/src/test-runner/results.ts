/** Numbers of tests. @internal */
export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

/** How one step ended. @internal */
export interface StepResult extends TestCounts {
  /** Why something failed or was skipped, for people. */
  notes: string[];
}

/** @internal */
export const PASSED: StepResult = {
  passed: 1,
  failed: 0,
  skipped: 0,
  notes: [],
};

/** A step that could not be done here, with the reason. @internal */
export function skippedBecause(reason: string): StepResult {
  return { passed: 0, failed: 0, skipped: 1, notes: [`skipped: ${reason}`] };
}

/** @internal */
export function failedBecause(reason: string): StepResult {
  return { passed: 0, failed: 1, skipped: 0, notes: [reason] };
}

/**
 * A step that lacks something on this machine: skipped for a person, who sees
 * why, and failed in CI, where nobody would notice that it never ran.
 *
 * @internal
 */
export function lacking(
  reason: string,
  environment: NodeJS.ProcessEnv = process.env,
): StepResult {
  return environment.CI ? failedBecause(reason) : skippedBecause(reason);
}

/** @internal */
export function addResults(results: StepResult[]): StepResult {
  return results.reduce(
    (sum, result) => ({
      passed: sum.passed + result.passed,
      failed: sum.failed + result.failed,
      skipped: sum.skipped + result.skipped,
      notes: [...sum.notes, ...result.notes],
    }),
    { passed: 0, failed: 0, skipped: 0, notes: [] },
  );
}

/** The last line of `./nerds test`, which scripts read. @internal */
export function formatSummary(counts: TestCounts): string {
  return `tests: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
}

/** What `jest --json` writes, as far as needed. @internal */
export interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  /** Files that could not even be loaded. */
  numRuntimeErrorTestSuites: number;
  testResults: {
    name: string;
    message: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
}

/** @internal */
export function fromJestReport(report: JestReport): StepResult {
  const failures = report.testResults.flatMap(file => {
    const failed = file.assertionResults.filter(
      ({ status }) => status === 'failed',
    );
    if (failed.length > 0) {
      return failed.map(({ fullName }) => `failed: ${fullName} (${file.name})`);
    }
    return file.assertionResults.length === 0 && file.message
      ? [`could not be loaded: ${file.name}`]
      : [];
  });
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
    notes: failures,
  };
}

/** Reads the totals and the failures of the TAP that `node --test` writes. @internal */
export function fromTap(tap: string): StepResult {
  const total = (name: string) =>
    Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  return {
    passed: total('pass'),
    failed: total('fail') + total('cancelled'),
    skipped: total('skipped') + total('todo'),
    notes: [...tap.matchAll(/^\s*not ok \d+ - (.+)$/gm)].map(
      ([, name]) => `failed: ${name}`,
    ),
  };
}

/** What Playwright's json reporter writes, as far as needed. @internal */
export interface PlaywrightReport {
  stats: {
    expected: number;
    unexpected: number;
    flaky: number;
    skipped: number;
  };
  errors?: { message?: string }[];
}

/** A flaky test failed at least once: it counts as failed. @internal */
export function fromPlaywrightReport(report: PlaywrightReport): StepResult {
  const { expected, unexpected, flaky, skipped } = report.stats;
  const errors = report.errors ?? [];
  return {
    passed: expected,
    failed: unexpected + flaky + errors.length,
    skipped,
    notes: errors.map(({ message }) => `failed: ${message ?? 'unknown error'}`),
  };
}
