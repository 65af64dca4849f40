import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GeneratedProject } from '../GeneratedProject.ts';
import { parseTemplateTest } from '../TemplateTestFile.ts';
import { checkManifests } from './manifests.ts';
import { checkPipelines } from './pipelines.ts';
import {
  checkHostileTexts,
  checkRendered,
  HOSTILE_TEXTS,
} from './rendering.ts';
import { checkRequiredFiles } from './requiredFiles.ts';
import { checkSecurityTxt } from './securityTxt.ts';

function buildProject(files: Record<string, string>): GeneratedProject {
  return new GeneratedProject({
    leftOut: [],
    files: Object.entries(files).map(([path, text]) => ({
      path,
      base64Content: Buffer.from(text).toString('base64'),
      executable: false,
    })),
  });
}

describe('template-test.yaml', () => {
  it('is refused with the file, the field and the problem', () => {
    assert.throws(
      () => parseTemplateTest('kind: service\ncommand: []', 'a.yaml'),
      /^CliError: a\.yaml: .*command/s,
    );
    assert.throws(
      () => parseTemplateTest('kind: app', 'a.yaml'),
      /a\.yaml: kind: .*"website"/,
    );
    assert.throws(() => parseTemplateTest('a: [', 'a.yaml'), /a\.yaml: /);
  });

  it('needs a kind and nothing else', () => {
    assert.deepEqual(parseTemplateTest('kind: library', 'a.yaml'), {
      kind: 'library',
      values: {},
      files: [],
      commands: [],
      jobs: [],
      pages: [],
      requests: [],
    });
  });
});

describe('required files', () => {
  it('names each that is missing, also those of the template itself', () => {
    const test = parseTemplateTest('kind: website\nfiles: [a.txt]', 'a.yaml');
    const missing = checkRequiredFiles(buildProject({ LICENSE: 'x' }), test);
    assert.ok(!missing.includes('LICENSE is missing'));
    for (const path of [
      'publiccode.yml',
      'Containerfile',
      'deploy/*.yaml',
      '.well-known/security.txt',
      'a.txt',
    ]) {
      assert.ok(missing.includes(`${path} is missing`), path);
    }
  });
});

describe('security.txt', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  const check = (text: string) => checkSecurityTxt(text, now);

  it('is valid with a contact and a moment in the near future', () => {
    assert.deepEqual(
      check(
        '# hello\nContact: mailto:a@example.nl\r\nExpires: 2027-11-01T00:00:00Z\n',
      ),
      [],
    );
  });

  for (const [text, problem] of [
    ['Expires: 2027-11-01T00:00:00Z', /no Contact/],
    ['Contact: a@example.nl\nExpires: 2027-11-01T00:00:00Z', /not an https/],
    ['Contact: https://a.nl', /one Expires, not 0/],
    ['Contact: https://a.nl\nExpires: tomorrow', /not a moment/],
    ['Contact: https://a.nl\nExpires: 2026-12-01T00:00:00Z', /not 7/],
    ['Contact: https://a.nl\nExpires: 2028-12-01T00:00:00Z', /30 to 366/],
    ['<html>', /Field: value/],
  ] as const) {
    it(`is refused: ${JSON.stringify(text)}`, () => {
      assert.match(check(text).join('\n'), problem);
    });
  }
});

describe('rendering', () => {
  it('finds what nobody filled in, in files and in names', () => {
    const problems = checkRendered(
      buildProject({
        'a.md': 'fine\n${{ values.name }}',
        'b.md.njk': '',
        'c.md': '{% if x %}',
        '.github/workflows/ci.yml':
          'a: ${{ github.ref }}\nb: ${{ parameters.name }}',
      }),
    );
    assert.deepEqual(problems, [
      'b.md.njk: the name was not rendered',
      '.github/workflows/ci.yml:2: not rendered: b: ${{ parameters.name }}',
      'a.md:2: not rendered: ${{ values.name }}',
      'c.md:1: not rendered: {% if x %}',
    ]);
  });

  const { title, description } = HOSTILE_TEXTS;
  const descriptors = {
    'catalog-info.yaml': JSON.stringify({ metadata: { title, description } }),
    'publiccode.yml': JSON.stringify({ name: title }),
  };

  it('accepts difficult texts that came out as they were typed', () => {
    const project = buildProject({
      ...descriptors,
      'a.html': '&lt;script&gt;',
    });
    assert.deepEqual(checkHostileTexts(project), []);
  });

  it('finds difficult texts that broke a file, changed, or became HTML', () => {
    const broken = buildProject({ ...descriptors, 'a.yaml': `a: ${title}` });
    assert.match(checkHostileTexts(broken).join(), /^a\.yaml: /);
    const changed = buildProject({
      ...descriptors,
      'publiccode.yml': 'name: x',
    });
    assert.match(checkHostileTexts(changed).join(), /title came out as "x"/);
    const docs = buildProject({
      ...descriptors,
      'mkdocs.yml': JSON.stringify({ site_name: title }),
    });
    assert.match(checkHostileTexts(docs).join(), /takes this for HTML/);
    const page = buildProject({ ...descriptors, 'a.html': title });
    assert.match(checkHostileTexts(page).join(), /a\.html: .*HTML/);
  });
});

describe('pipelines', () => {
  const workflow =
    'on: [push]\njobs: {a: {runs-on: x, steps: [{run: npm run audit}, {run: npm run sbom}]}}';
  const good = {
    '.github/workflows/ci.yml': workflow,
    '.forgejo/workflows/ci.yml': workflow,
    '.gitlab-ci.yml':
      'stages: [check]\na: {stage: check, script: [X=y npm run audit, npm run sbom]}',
    'renovate.json': '{}',
  };

  it('accepts one for each forge', () => {
    assert.deepEqual(checkPipelines(buildProject(good)), []);
  });

  for (const [path, text, problem] of [
    ['.github/workflows/ci.yml', '', /it is empty/],
    ['.gitlab-ci.yml', 'a: {script: [npm run sbom]} # audit', /an audit/],
    [
      '.forgejo/workflows/ci.yml',
      workflow.replace('{run: npm run sbom}', '{run: npm test}'),
      /^\.github.*"npm test" of \.forgejo.* is not here[^]*^\.forgejo.*"npm run sbom" of \.github/m,
    ],
    [
      '.gitlab-ci.yml',
      'default: {image: node:24-slim}\na: {image: {name: moby/buildkit:rootless}, script: [npm run audit, npm run sbom]}',
      /^\.gitlab-ci\.yml: image moby\/buildkit:rootless has no version: [^\n]*$/,
    ],
    ['.gitlab-ci.yml', 'a: [', /\.gitlab-ci\.yml: /],
    ['renovate.json', '{', /renovate\.json: /],
    ['Containerfile', 'FROM scratch', /gitlab-ci\.yml: .* the image/],
  ] as const) {
    it(`refuses ${path} with ${JSON.stringify(text)}`, () => {
      const project = buildProject({ ...good, [path]: text });
      assert.match(checkPipelines(project).join('\n'), problem);
    });
  }
});

describe('manifests', () => {
  it('lists what runs, and refuses what cannot be applied anywhere', () => {
    const { problems, workloads } = checkManifests(
      buildProject({
        'deploy/a.yaml':
          'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\n---\nkind: Service',
        'deploy/b.yaml':
          'apiVersion: v1\nkind: Service\nmetadata: {name: b, namespace: x}',
        'deploy/README.md': 'no manifest',
      }),
    );
    assert.deepEqual(workloads, ['deployment/web']);
    assert.deepEqual(problems, [
      'deploy/a.yaml: there is no apiVersion, kind or metadata.name',
      'deploy/b.yaml: leave out the namespace of b',
    ]);
  });
});
