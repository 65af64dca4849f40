import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startTestStack, type TestStack } from '../startTestStack.ts';
import type { CheckResult } from './CheckResult.ts';
import { TemplateRenderer } from './TemplateRenderer.ts';
import { testTemplate } from './testTemplate.ts';

const TEMPLATE = `
apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata: { name: bad, title: Bad }
spec:
  owner: group:default/platform
  type: service
  parameters:
    - required: [name, title, level]
      properties:
        name: { type: string }
        title: { type: string, maxLength: 60 }
        level: { type: string, default: low }
  steps:
    - id: content
      name: Content
      action: fetch:template
      input:
        url: ./content
        templateFileExtension: .njk
        values:
          name: \${{ parameters.name }}
          title: \${{ parameters.title }}
          level: \${{ parameters.level }}
    - id: compliance
      name: Compliance
      action: compliance:add-files
      input:
        name: \${{ parameters.name }}
        title: \${{ parameters.title }}
        description: Something
        owner: \${{ parameters.owner }}
        kind: service
    - id: publish
      name: Publish
      action: forge:publish-repository
      input: { name: x }
`;

/** Complies in nothing that it brings itself. */
const CONTENT: Record<string, string> = {
  'catalog-info.yaml.njk':
    'apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ${{ values.name }}\n  title: ${{ values.title }}\nspec: { type: app, lifecycle: ${{ values.level }}, owner: a }\n',
  'README.md': '# ${{ values.title }}\n',
  Containerfile: 'FROM node:24\n',
  '.gitlab-ci.yml': 'check: { stage: nope, script: [npm test] }\n',
  '.github/workflows/ci.yml': 'on: [push]\njobs: {}\n',
  'openapi/openapi.yaml':
    'openapi: 3.0.3\ninfo: { title: x, version: 1.0.0 }\npaths: {}\n',
  'deploy/deployment.yaml': `
apiVersion: apps/v1
kind: Deployment
metadata: { name: bad }
spec:
  selector: { matchLabels: { app: bad } }
  template:
    metadata: { labels: { app: bad } }
    spec:
      nodeName: control-plane
      containers: [{ name: a, image: 'a:1' }]
`,
  'server.mjs': `
import { createServer } from 'node:http';
createServer((request, response) => {
  response.end('hello');
  // as most do: when the answer has gone
  setTimeout(() => console.log(request.url), 200);
}).listen(process.env.PORT, process.env.HOST);
`,
};

const TEST = `
kind: service
commands:
  - { name: fine, run: 'test -z "$NODE_OPTIONS" && test -f server.mjs' }
start: { run: node server.mjs, ready: /, metrics: /metrics }
api: /v1
requests: [{ get: /x, status: 404 }]
`;

function writeTemplate(directory: string, files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

describe('the test of a template', () => {
  const directory = mkdtempSync(join(tmpdir(), 'nerds-bad-template-'));
  let stack: TestStack;
  let renderer: TemplateRenderer;
  const notes: string[] = [];

  before(async () => {
    [stack, renderer] = await Promise.all([
      startTestStack(),
      TemplateRenderer.start(directory),
    ]);
  });

  after(async () => {
    await renderer?.stop();
    await stack?.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  const runTest = async (name: string, files: Record<string, string>) => {
    const template = join(directory, name);
    writeTemplate(template, files);
    const results = await testTemplate(template, {
      renderer,
      cluster: { kubectl: stack.kubectl, kubeconfig: stack.adminKubeconfig },
      chromium: undefined,
      engine: { name: 'none', reason: 'nothing to build it with' },
      logFile: join(directory, 'test.log'),
      keep: false,
      onStart: () => {},
      onResult: () => {},
      onNote: note => notes.push(note),
    });
    return new Map<string, CheckResult>(
      results.map(result => [result.name, result]),
    );
  };

  it('finds everything in which a project does not comply', async () => {
    const results = await runTest('bad', {
      'template.yaml': TEMPLATE,
      'template-test.yaml': TEST,
      ...Object.fromEntries(
        Object.entries(CONTENT).map(([path, text]) => [
          `content/${path}`,
          text,
        ]),
      ),
    });
    const expected: [name: string, problem: RegExp][] = [
      ['files', /renovate\.json is missing/],
      ['everything rendered', /README\.md:1: not rendered/],
      ['catalog-info.yaml', /spec\.lifecycle/],
      ['pipelines', /"npm test" of \.gitlab-ci\.yml is not here/],
      ['workflows', /ci\.yml:2:.*"jobs"/],
      ['GitLab pipeline', /^\.gitlab-ci\.yml: job check: stage nope is not/],
      ['Containerfile', /Containerfile:1: .* USER/],
      ['difficult texts', /catalog-info\.yaml/],
      ['NL API Design Rules', /adr-/],
      // the guard-rail itself says so, to a member of the team
      ['free-tier cluster', /nodeName is niet toegestaan/],
      ['security.txt is served', /security\.txt answers 200 undefined/],
      ['API as it runs', /openapi\.json answers 200/],
      ['requests', /\/x answers 200/],
      ['logs', /holds 123456782/],
      ['metrics', /there for everyone/],
    ];
    for (const [name, problem] of expected) {
      const { outcome, detail = '' } = results.get(name) ?? {};
      assert.equal(outcome, 'failed', name);
      assert.match(detail, problem, name);
    }
    for (const name of ['template', 'publiccode.yml', 'security.txt', 'fine']) {
      assert.equal(results.get(name)?.outcome, 'passed', name);
    }
    assert.match(notes.join(), /forge:publish-repository/);
    assert.deepEqual(results.get('image'), {
      name: 'image',
      outcome: 'skipped',
      detail: 'nothing to build it with',
      dispensable: true,
    });
  });

  it('passes on what the scaffolder says of a template that cannot be rendered', async () => {
    const results = await runTest('broken', {
      'template.yaml': TEMPLATE.replace('maxLength: 60', 'maxLength: 3'),
      'template-test.yaml': 'kind: service',
    });
    assert.match(results.get('template')?.detail ?? '', /maximum length of 3/);
    assert.equal(results.size, 1);
  });
});
