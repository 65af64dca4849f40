import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import type { CheckResult } from '../CheckResult.ts';
import { buildJobScript } from './pipelineJob.ts';
import { runCommands } from './runCommands.ts';

describe('a job of a pipeline', () => {
  const directory = mkdtempSync(join(tmpdir(), 'nerds-job-'));
  after(() => rmSync(directory, { recursive: true, force: true }));

  async function runJobs(pipeline: string, jobs: string[]) {
    writeFileSync(join(directory, '.gitlab-ci.yml'), pipeline);
    const results: CheckResult[] = [];
    const done = await runCommands(
      { commands: [{ name: 'first', run: 'true' }], jobs },
      {
        directory,
        logFile: join(directory, 'test.log'),
        onStart: () => {},
        onResult: result => results.push(result),
      },
    );
    assert.equal(
      done,
      results.every(({ outcome }) => outcome === 'passed'),
    );
    return results;
  }

  it('runs with its own variables and what it inherits, in one shell', async () => {
    const results = await runJobs(
      `
variables: { WHERE: $CI_PROJECT_DIR/out, COST: '$(false) "5" \`x\`' }
default: { before_script: [A=1] }
check:
  variables: { WHAT: a b }
  script:
    - test "$WHERE" = "$PWD/out" && test "$WHAT" = 'a b'
    - test "$COST" = '$(false) "5" \`x\`'
    - |
      if test "$A" = 1; then
        touch ran
      fi
    - test -f ran
  artifacts: { paths: [ra*] }
`,
      ['check'],
    );
    assert.deepEqual(
      results.map(({ name, outcome, detail }) => [name, outcome, detail]),
      [
        ['first', 'passed', undefined],
        ['job check', 'passed', undefined],
      ],
    );
  });

  it('stops at the first line that fails, also in a pipe, and says what it was', async () => {
    const [, failed, ...later] = await runJobs(
      'a: { script: [echo one, false | cat, echo two] }\nb: { script: [echo x] }',
      ['a', 'b'],
    );
    assert.equal(failed.outcome, 'failed');
    assert.match(failed.detail ?? '', /ended with 1:\none$/);
    assert.deepEqual(later, []);
  });

  it('fails without the artifacts that it promises', async () => {
    const [, failed] = await runJobs(
      'a: { script: [echo one], artifacts: { paths: [sbom.json] } }',
      ['a'],
    );
    assert.match(failed.detail ?? '', /sbom\.json/);
    assert.equal(failed.outcome, 'failed');
  });

  it('is refused when it is not there, or would install on the machine', async () => {
    assert.throws(
      () => buildJobScript({ check: {} }, 'check'),
      /no job check: correct "jobs"/,
    );
    const [, failed] = await runJobs('a: { script: [pip install x] }', ['a']);
    assert.match(failed.detail ?? '', /make a \.venv/);
  });
});
