import { existsSync, readdirSync, readFileSync, watchFile } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CliError } from '../console/CliError.ts';
import { printLine } from '../console/output.ts';
import { buildStackPaths } from '../paths.ts';
import { readLastLines } from '../process/logFile.ts';

const SHOWN_LINES = 200;
const FOLLOW_INTERVAL_MS = 500;

async function follow(file: string): Promise<number> {
  let shown = readFileSync(file).length;
  watchFile(file, { interval: FOLLOW_INTERVAL_MS }, () => {
    const content = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
    // a log that was moved aside begins anew
    shown = content.length < shown ? 0 : shown;
    process.stdout.write(content.subarray(shown));
    shown = content.length;
  });
  return new Promise(() => {}); // until Ctrl-C
}

/** @internal */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { follow: { type: 'boolean', short: 'f' } },
    allowPositionals: true,
  });
  const { logs } = buildStackPaths(process.env.NERDS_HOME);
  const names = (existsSync(logs) ? readdirSync(logs) : [])
    .filter(name => name.endsWith('.log'))
    .map(name => name.slice(0, -'.log'.length));
  const [name] = positionals;
  if (!name) {
    printLine(
      names.length > 0
        ? `./nerds logs <component> shows the last ${SHOWN_LINES} lines. There are logs of: ${names.join(
            ', ',
          )}`
        : 'There are no logs yet: nothing was started.',
    );
    return 0;
  }
  if (!names.includes(name)) {
    throw new CliError(
      `There is no log of "${name}". There are logs of: ${names.join(', ')}`,
    );
  }
  const file = join(logs, `${name}.log`);
  for (const line of readLastLines(file, SHOWN_LINES)) {
    printLine(line);
  }
  return values.follow ? follow(file) : 0;
}
