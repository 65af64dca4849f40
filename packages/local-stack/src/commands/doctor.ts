import { parseArgs } from 'node:util';
import { formatTable, printLine } from '../console/output.ts';
import { runChecks, type Check } from '../doctor/checks.ts';
import { buildStackPaths } from '../paths.ts';

const MARKS: Record<Check['state'], string> = {
  ok: '✓',
  limited: '!',
  missing: '✗',
};

/** @internal */
export async function run(args: string[]): Promise<number> {
  parseArgs({ args, options: {} });
  const checks = await runChecks(buildStackPaths(process.env.NERDS_HOME));
  printLine(
    formatTable(
      checks.map(({ name, state, found }) => [MARKS[state], name, found]),
    ),
  );
  const advice = checks.filter(check => check.advice);
  if (advice.length > 0) {
    printLine();
    for (const check of advice) {
      printLine(`${MARKS[check.state]} ${check.name}: ${check.advice}`);
    }
  }
  const missing = checks.some(({ state }) => state === 'missing');
  printLine();
  printLine(
    missing
      ? 'The portal cannot start yet: see ✗ above.'
      : 'The portal can start here: ./nerds start',
  );
  return missing ? 1 : 0;
}
