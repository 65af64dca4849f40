import type { GeneratedProject } from '../GeneratedProject.ts';
import type { TemplateTest } from '../TemplateTestFile.ts';

const EVERY_PROJECT = [
  'LICENSE',
  'README.md',
  'publiccode.yml',
  'SECURITY.md',
  'CONTRIBUTING.md',
  'CODE_OF_CONDUCT.md',
  'CODEOWNERS',
  '.editorconfig',
  '.gitignore',
  'catalog-info.yaml',
  'mkdocs.yml',
  'docs/index.md',
  'renovate.json',
  '.gitlab-ci.yml',
  '.github/workflows/ci.yml',
  '.forgejo/workflows/ci.yml',
];

const OF_KIND: Partial<Record<TemplateTest['kind'], string[]>> = {
  service: ['Containerfile', 'openapi/openapi.yaml'],
  website: ['Containerfile'],
};

/** Where security.txt is, when there is one. @internal */
export function findSecurityTxt(project: GeneratedProject): string | undefined {
  return project.paths.find(path =>
    /(^|\/)\.well-known\/security\.txt$/.test(path),
  );
}

/** @internal */
export function listManifests(project: GeneratedProject): string[] {
  return project.paths.filter(path => /^deploy\/[^/]+\.ya?ml$/.test(path));
}

/** Files that are not there and should be. @internal */
export function checkRequiredFiles(
  project: GeneratedProject,
  test: TemplateTest,
): string[] {
  const required = [
    ...EVERY_PROJECT,
    ...(OF_KIND[test.kind] ?? []),
    ...test.files,
  ];
  const missing = required.filter(path => !project.has(path));
  if (test.kind === 'service' || test.kind === 'website') {
    if (listManifests(project).length === 0) {
      missing.push('deploy/*.yaml');
    }
    if (!findSecurityTxt(project)) {
      missing.push('.well-known/security.txt');
    }
  }
  return missing.map(path => `${path} is missing`);
}
