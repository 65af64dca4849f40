import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CliError } from '../console/CliError.ts';
import { Progress } from '../console/Progress.ts';
import { requireFreePort } from '../network/requireFreePort.ts';
import { buildStackPaths, repositoryRoot, type StackPaths } from '../paths.ts';
import { writeFileAtomic } from '../state/files.ts';
import { isSupervised, readStackState } from '../state/stackState.ts';
import { parsePort, prepareMachine, startSupervisor } from './start.ts';
import { spawnSupervisor } from './supervisorProcess.ts';

/** Of the development server of the frontend; the backend keeps the portal's port. */
const FRONTEND_PORT = 3000;

/** In development the frontend comes from another origin than the backend. */
function writeDevelopmentConfig(paths: StackPaths): string {
  const frontendUrl = `http://localhost:${FRONTEND_PORT}`;
  const file = join(paths.home, 'app-config.development.yaml');
  const config = {
    app: { baseUrl: frontendUrl },
    backend: {
      cors: { origin: frontendUrl },
      // hot reload opens a websocket and evaluates code
      csp: { 'connect-src': ["'self'", 'http:', 'ws:'] },
    },
  };
  writeFileAtomic(file, JSON.stringify(config, null, 2));
  return file;
}

function spawnDevelopmentServers(paths: StackPaths) {
  const environment = JSON.parse(
    readFileSync(join(paths.secrets, 'portal-environment.json'), 'utf8'),
  ) as Record<string, string>;
  return spawn(
    process.execPath,
    [
      join(repositoryRoot, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'repo',
      'start',
      '--config',
      join(repositoryRoot, 'app-config.yaml'),
      '--config',
      writeDevelopmentConfig(paths),
    ],
    {
      cwd: repositoryRoot,
      stdio: 'inherit',
      env: { ...process.env, ...environment, NODE_ENV: 'development' },
    },
  );
}

/** @internal */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { port: { type: 'string' } } });
  const port = parsePort(values.port);
  const paths = buildStackPaths(process.env.NERDS_HOME);
  if (isSupervised(readStackState(paths.state))) {
    throw new CliError('The stack already runs. Stop it first: ./nerds stop');
  }
  await requireFreePort(FRONTEND_PORT).catch(error => {
    throw new CliError((error as Error).message.split('. ')[0]);
  });
  const progress = new Progress();
  await prepareMachine(paths, progress);
  const supervisor = spawnSupervisor(paths, { port, mode: 'dev' });
  const supervisorEnded = once(supervisor, 'exit');
  if (!(await startSupervisor(supervisor, progress))) {
    return 1;
  }
  progress.close();
  const servers = spawnDevelopmentServers(paths);
  const [code] = (await Promise.race([
    once(servers, 'exit'),
    supervisorEnded,
  ])) as [number | null];
  servers.kill('SIGTERM');
  supervisor.kill('SIGTERM');
  await supervisorEnded;
  return code ?? 0;
}
