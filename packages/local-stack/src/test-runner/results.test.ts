import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  addResults,
  failedBecause,
  formatSummary,
  fromJestReport,
  fromPlaywrightReport,
  fromTap,
  lacking,
  PASSED,
  skippedBecause,
} from './results.ts';

describe('results of the test runner', () => {
  it('ends with the line that scripts read', () => {
    const sum = addResults([PASSED, PASSED, skippedBecause('no browser')]);
    assert.equal(formatSummary(sum), 'tests: 2 passed, 0 failed, 1 skipped');
    assert.deepEqual(sum.notes, ['skipped: no browser']);
  });

  it('skips for a person what a machine lacks, but not in CI', () => {
    assert.equal(lacking('no Go', {}).skipped, 1);
    const inCi = lacking('no Go', { CI: 'true' });
    assert.deepEqual([inCi.failed, inCi.notes], [1, ['no Go']]);
  });

  it('counts a jest file that cannot be loaded as failed', () => {
    const result = fromJestReport({
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      numRuntimeErrorTestSuites: 1,
      testResults: [
        {
          name: 'a.test.ts',
          message: '',
          assertionResults: [
            { status: 'passed', fullName: 'good' },
            { status: 'failed', fullName: 'bad' },
          ],
        },
        { name: 'b.test.ts', message: 'SyntaxError', assertionResults: [] },
      ],
    });
    assert.deepEqual(result, {
      passed: 5,
      failed: 2,
      skipped: 3,
      notes: ['failed: bad (a.test.ts)', 'could not be loaded: b.test.ts'],
    });
  });

  it('reads the totals of node --test', () => {
    const tap = [
      'TAP version 13',
      '# Subtest: x',
      '    not ok 1 - says why',
      'not ok 1 - x',
      '1..1',
      '# tests 7',
      '# suites 1',
      '# pass 4',
      '# fail 1',
      '# cancelled 1',
      '# skipped 1',
      '# todo 0',
    ].join('\n');
    assert.deepEqual(fromTap(tap), {
      passed: 4,
      failed: 2,
      skipped: 1,
      notes: ['failed: says why', 'failed: x'],
    });
  });

  it('counts a flaky journey and an error outside tests as failed', () => {
    const result = fromPlaywrightReport({
      stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 0 },
      errors: [{ message: 'no tests found' }],
    });
    assert.equal(result.failed, 2);
    assert.equal(addResults([result, failedBecause('x')]).failed, 3);
  });
});
