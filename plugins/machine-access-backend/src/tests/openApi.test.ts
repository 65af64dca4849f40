import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

const packageRoot = resolvePackagePath('@nerds/plugin-machine-access-backend');
const repoRoot = path.join(packageRoot, '../..');

describe('openapi.yaml', () => {
  it('keeps the NL API Design Rules 2.2', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      path.join(repoRoot, 'node_modules/.bin/spectral'),
      'lint',
      '--ruleset',
      path.join(repoRoot, '.spectral.yaml'),
      '--fail-severity',
      'warn',
      path.join(packageRoot, 'openapi/openapi.yaml'),
    ]);
    expect(stdout).toContain('No results');
  }, 60_000);
});
