import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { CliError } from '../console/CliError.ts';
import { printLine } from '../console/output.ts';
import { buildStackPaths } from '../paths.ts';
import { buildSharedStateDirectory } from '../postgres/serverFiles.ts';
import { stopStack } from './supervisorProcess.ts';

/** Expensive to get again and without anybody's data in it. */
const KEPT = new Set(['node', 'cache', 'stamps', 'python', 'bin', 'tmp']);

async function confirm(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new CliError(
      'This throws the local data away and nobody is there to confirm it. Use ./nerds reset --yes.',
    );
  }
  const terminal = createInterface({
    input: process.stdin,
    output: process.stdout,
  });
  const answer = await terminal.question(
    'This stops the portal and throws away its database, its clusters and its keys. Type "yes" to go on: ',
  );
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}

/** @internal */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { yes: { type: 'boolean' } } });
  const paths = buildStackPaths(process.env.NERDS_HOME);
  if (!values.yes && !(await confirm())) {
    printLine('Nothing was thrown away.');
    return 1;
  }
  await stopStack(paths);
  for (const name of existsSync(paths.home) ? readdirSync(paths.home) : []) {
    if (!KEPT.has(name)) {
      rmSync(join(paths.home, name), { recursive: true, force: true });
    }
  }
  rmSync(buildSharedStateDirectory(paths.postgres), {
    recursive: true,
    force: true,
  });
  printLine(
    'The local data is gone. What was built and downloaded is kept, so the next ./nerds start is quick.',
  );
  return 0;
}
