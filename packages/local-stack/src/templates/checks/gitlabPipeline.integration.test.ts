import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import {
  expandGitlabPipeline,
  GITLAB_PIPELINE,
  lintGitlabPipeline,
} from './gitlabPipeline.ts';

const PIPELINE = `
stages: [check, publish]
default:
  image: node:24-bookworm-slim
  before_script: [npm ci]
variables: { NODE_ENV: test }
check:
  stage: check
  script: [npm test]
  artifacts: { paths: [report.xml], expire_in: 30 days }
publish:
  stage: publish
  needs: [check]
  rules: [{ if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH }]
  script: [npm publish]
`;

describe('the pipeline for GitLab', () => {
  const directory = mkdtempSync(join(tmpdir(), 'nerds-gitlab-test-'));
  after(() => rmSync(directory, { recursive: true, force: true }));

  const lint = (text: string) => {
    writeFileSync(join(directory, GITLAB_PIPELINE), text);
    return lintGitlabPipeline(directory);
  };

  it('passes when GitLab would run it, and is then known with what jobs inherit', async () => {
    assert.deepEqual(await lint(PIPELINE), []);
    const { check } = await expandGitlabPipeline(directory);
    const { image, before_script: before } = check as Record<string, unknown>;
    assert.deepEqual(image, { name: 'node:24-bookworm-slim' });
    assert.deepEqual(before, ['npm ci']);
  });

  for (const [right, wrong, problem] of [
    ['paths: [report', 'path: [report', /job check: artifacts: .*no "path"/],
    ['script: [npm test]', 'scripts: [x]', /job check: there is no script/],
    ['[npm test]', '[npm test]\n  scripts: [x]', /job check: .*no "scripts"/],
    ['stage: publish', 'stage: deploy', /job publish: stage deploy .* add it/],
    ['needs: [check]', 'needs: [test]', /job publish: needs test, .*no job/],
    ['needs: [check]', 'extends: .base', /job publish: extends \.base, /],
    [
      'needs: [check]',
      'dependencies: [nope]',
      /job publish: dependencies has nope/,
    ],
    ['[npm publish]', '[1]', /job publish: script has a line that is no text/],
    ['== $CI', '= $CI', /job publish: rules: this condition cannot be read/],
    ['needs: [check]', 'when: later', /job publish: when: .*on_success/],
    ['  image: node', '  images: node', /: default: .*no "images"/],
    [
      'image: node:24-bookworm-slim',
      "image: { entrypoint: [''] }",
      /GitLab would not take it/,
    ],
    ['[npm test]', '[!reference [.x, script]]', /job check: .*\.x, script/],
    ['variables:', 'image: {script: [x]}\nold:', /job image: .* another/],
    ['variables:', 'test: x\nvariables:', /job test: it is not a job/],
  ] as const) {
    it(`is refused with the file, the job and what to do: ${JSON.stringify(
      wrong,
    )}`, async () => {
      assert.ok(PIPELINE.includes(right));
      const problems = await lint(PIPELINE.replace(right, wrong));
      assert.match(problems.join('\n'), /^\.gitlab-ci\.yml: /);
      assert.match(problems.join('\n'), problem);
    });
  }

  it('is refused without jobs', async () => {
    assert.deepEqual(await lint('stages: [a]\n.base: { script: [x] }\n'), [
      '.gitlab-ci.yml: there are no jobs: add one with a script',
    ]);
  });
});
