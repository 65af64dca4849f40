import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';

const root = resolve(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8'));

test('the package holds what is built, its types and its licence, and no tests', () => {
  const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const files: string[] = JSON.parse(output)[0].files.map((file: { path: string }) => file.path);
  for (const wanted of ['dist/index.js', 'dist/index.d.ts', 'LICENSE', 'README.md']) {
    assert.ok(files.includes(wanted), wanted);
  }
  const inside = files.filter((file) => file.startsWith('dist/'));
  assert.deepEqual(
    inside.filter((file) => file.includes('.test.')),
    [],
  );
});

test('whoever imports the package by its name gets what src/index.ts exports', async () => {
  const built = await import(manifest.name);
  const source = await import('../src/index.ts');
  assert.deepEqual(Object.keys(built).sort(), Object.keys(source).sort());
});

test('CHANGELOG.md tells about this version', () => {
  const changelog = readFileSync(resolve(root, 'CHANGELOG.md'), 'utf8');
  assert.ok(changelog.split('\n').some((line) => line.startsWith(`## ${manifest.version}`)));
});
