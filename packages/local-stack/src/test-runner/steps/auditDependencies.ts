import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../paths.ts';
import { evaluateAudit, type AuditException } from '../audit.ts';
import type { StepResult } from '../results.ts';
import type { TestContext } from '../TestContext.ts';

const EXCEPTIONS_FILE = join(repositoryRoot, '.ci', 'audit-exceptions.json');

/** Known weaknesses in what runs in production. @internal */
export async function auditDependencies(
  context: TestContext,
): Promise<StepResult> {
  const exceptions = existsSync(EXCEPTIONS_FILE)
    ? (JSON.parse(readFileSync(EXCEPTIONS_FILE, 'utf8')) as AuditException[])
    : [];
  const { exitCode, output } = await context.yarn('audit', [
    'npm',
    'audit',
    '--all',
    '--recursive',
    '--environment',
    'production',
    '--json',
  ]);
  return evaluateAudit({
    exitCode,
    output,
    exceptions,
    today: new Date().toISOString().slice(0, 10),
  });
}
