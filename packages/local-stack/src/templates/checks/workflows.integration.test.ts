import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { isWorkflow, lintWorkflows } from './workflows.ts';

const WORKFLOW = `
on: [push]
jobs:
  test:
    runs-on: RUNNER
    steps:
      - uses: actions/upload-artifact@VERSION
        with: { name: report, path: report.xml }
      - run: echo "\${{ github.EXPRESSION }}"
`;

describe('workflows', () => {
  const directory = mkdtempSync(join(tmpdir(), 'nerds-workflows-'));
  after(() => rmSync(directory, { recursive: true, force: true }));

  function write(path: string, changes: Record<string, string> = {}): string {
    const values = {
      RUNNER: 'ubuntu-24.04',
      VERSION: 'v4',
      EXPRESSION: 'sha',
      ...changes,
    };
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    let text = WORKFLOW;
    for (const [placeholder, value] of Object.entries(values)) {
      text = text.replace(placeholder, value);
    }
    writeFileSync(file, text);
    return file;
  }

  it('are known by their place', () => {
    assert.ok(isWorkflow('.github/workflows/ci.yml'));
    assert.ok(isWorkflow('.forgejo/workflows/release.yaml'));
    assert.ok(!isWorkflow('.github/dependabot.yml'));
    assert.ok(!isWorkflow('docs/.github/workflows/ci.yml'));
  });

  it('pass when each forge would run them', async () => {
    assert.deepEqual(
      await lintWorkflows([
        write('.github/workflows/good.yml'),
        write('.forgejo/workflows/good.yml', {
          RUNNER: 'docker',
          VERSION: 'v3',
        }),
      ]),
      [],
    );
  });

  for (const [path, changes, problem] of [
    ['.github/workflows/a.yml', { EXPRESSION: 'nope' }, /a\.yml:9.*"nope"/],
    ['.github/workflows/b.yml', { VERSION: 'v3' }, /b\.yml:7.*too old/],
    ['.forgejo/workflows/c.yml', { RUNNER: 'dokcer' }, /c\.yml:5.*"dokcer"/],
  ] as const) {
    it(`are refused: ${path} with ${JSON.stringify(changes)}`, async () => {
      const problems = await lintWorkflows([write(path, changes)]);
      assert.equal(problems.length, 1);
      assert.match(problems[0], problem);
    });
  }
});
