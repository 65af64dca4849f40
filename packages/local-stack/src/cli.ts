/**
 * The commands of ./nerds. Only built-in modules are loaded here and by `help`,
 * `doctor` and the first steps of `start`: on a fresh clone there is nothing else yet.
 */
import { CliError } from './console/CliError.ts';
import { helpText } from './commands/help.ts';

type Command = (args: string[]) => Promise<number>;

const COMMANDS: Record<string, () => Promise<{ run: Command }>> = {
  start: () => import('./commands/start.ts'),
  stop: () => import('./commands/stop.ts'),
  status: () => import('./commands/status.ts'),
  test: () => import('./commands/test.ts'),
  doctor: () => import('./commands/doctor.ts'),
  reset: () => import('./commands/reset.ts'),
  token: () => import('./commands/token.ts'),
  logs: () => import('./commands/logs.ts'),
  audit: () => import('./commands/audit.ts'),
  template: () => import('./commands/template.ts'),
  dev: () => import('./commands/dev.ts'),
};

async function main([name = 'help', ...args]: string[]): Promise<number> {
  if (['help', '--help', '-h'].includes(name) || args.includes('--help')) {
    process.stdout.write(helpText);
    return 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    throw new CliError(`There is no command "${name}".\n\n${helpText}`, 2);
  }
  const { run } = await load();
  return run(args);
}

function isMisuse(error: unknown): error is Error {
  // of parseArgs in node:util
  return (
    error instanceof Error &&
    String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
  );
}

// e.g. `./nerds logs portal | head`: whoever reads has seen enough
process.stdout.on('error', error => {
  process.exit((error as NodeJS.ErrnoException).code === 'EPIPE' ? 0 : 1);
});

main(process.argv.slice(2))
  .then(code => {
    process.exitCode = code;
  })
  .catch(error => {
    if (error instanceof CliError) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = error.exitCode;
    } else if (isMisuse(error)) {
      process.stderr.write(`${error.message}\n\n${helpText}`);
      process.exitCode = 2;
    } else {
      const text = error instanceof Error ? error.stack : String(error);
      process.stderr.write(`${text}\n`);
      process.exitCode = 1;
    }
  });
