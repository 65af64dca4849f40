import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdtemp, realpath, rm } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough, type Writable } from 'node:stream';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { TechDocsContainerRunner } from '@backstage/plugin-techdocs-node';
import type { BuildLimits } from '../config';
import { hideSecrets } from './hideSecrets';

/**
 * Says that the portal, and not the documentation, is why it could not be made.
 *
 * @internal
 */
export class BuildUnavailableError extends Error {
  readonly name = 'BuildUnavailableError' as const;
}

type RunOptions = Parameters<TechDocsContainerRunner['runContainer']>[0];

const SCRIPT = 'python/build_site.py';
const TOO_LATE = 'ERROR   The documentation took too long to make';

/**
 * Runs MkDocs where TechDocs would run a container: on this machine, and as
 * little trusted.
 *
 * It gets an environment of its own, because a setting of the documentation can
 * read variables and the portal's hold its secrets; a directory of its own; and
 * limits on time, memory and the size of files. `build_site.py` keeps it from
 * other files, the network and other programs.
 *
 * @internal
 */
export class FencedMkdocs implements TechDocsContainerRunner {
  /** @param options - `searchPath` is where `mkdocs` is looked for */
  constructor(
    private readonly options: {
      limits: BuildLimits;
      workingDirectory: string;
      searchPath: () => string;
    },
  ) {}

  /** @throws when the documentation cannot be made; the log says why */
  async runContainer(run: RunOptions): Promise<void> {
    const { limits, workingDirectory, searchPath } = this.options;
    const source = findMount(run, '/input');
    const site = findMount(run, '/output');
    const config = run.args[run.args.indexOf('-f') + 1];
    const python = await findPython(searchPath());
    const work = await mkdtemp(path.join(workingDirectory, 'techdocs-work-'));
    try {
      await runProgram({
        command: python,
        args: [
          '-I',
          resolvePackagePath(
            '@nerds/plugin-techdocs-backend-module-nerds',
            SCRIPT,
          ),
          source,
          path.join(source, path.basename(config)),
          site,
          work,
        ],
        cwd: source,
        env: buildEnvironment(work, limits),
        timeoutMs: limits.timeoutMs,
        log: run.logStream ?? new PassThrough().resume(),
        // paths of the portal say nothing to whoever wrote the documentation
        clean: text =>
          hideSecrets(text)
            .replaceAll(`${source}/`, '')
            .replaceAll(source, '.')
            .replaceAll(site, 'site')
            .replaceAll(work, 'tmp'),
      });
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
}

function findMount({ mountDirs = {} }: RunOptions, inside: string): string {
  const found = Object.entries(mountDirs).find(([, to]) => to === inside);
  if (!found) throw new Error(`TechDocs names no directory for ${inside}`);
  return found[0];
}

/** Everything in it is about this build; nothing is taken from the portal. */
function buildEnvironment(work: string, limits: BuildLimits) {
  return {
    HOME: work,
    LANG: 'C.UTF-8',
    PATH: '/usr/bin:/bin',
    TMPDIR: work,
    MAX_CPU_SECONDS: String(Math.ceil(limits.timeoutMs / 1000)),
    MAX_FILE_BYTES: String(limits.maxFileBytes),
    MAX_MEMORY_BYTES: String(limits.maxMemoryBytes),
  };
}

/**
 * Finds the Python that has MkDocs: it is in the same directory as `mkdocs`.
 *
 * @throws Error that says what to install
 */
async function findPython(searchPath: string): Promise<string> {
  for (const directory of searchPath.split(path.delimiter).filter(Boolean)) {
    try {
      await access(path.join(directory, 'mkdocs'), constants.X_OK);
      // a virtual environment is found by the real path of its Python
      return path.join(await realpath(directory), 'python3');
    } catch {
      // it is in one of the others, or in none of them
    }
  }
  throw new BuildUnavailableError(
    'The documentation tools are not there (yet): mkdocs is not on the PATH of the portal',
  );
}

async function runProgram(options: {
  command: string;
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  timeoutMs: number;
  log: Writable;
  clean: (text: string) => string;
}): Promise<void> {
  const { command, args, cwd, env, timeoutMs, log, clean } = options;
  const child = spawn(command, args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let last = '';
  let rest = '';
  const onText = (chunk: string) => {
    const lines = clean(rest + chunk).split('\n');
    rest = lines.pop()!.slice(-10_000);
    for (const line of lines.filter(text => text.trim())) {
      last = line;
      log.write(`${line}\n`);
    }
  };
  child.stdout.setEncoding('utf8').on('data', onText);
  child.stderr.setEncoding('utf8').on('data', onText);
  let isTooLate = false;
  const timer = setTimeout(() => {
    isTooLate = true;
    onText(`${TOO_LATE} (${Math.round(timeoutMs / 1000)} s)\n`);
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  }, timeoutMs);
  const { exitCode, signal } = await new Promise<{
    exitCode: number | null;
    signal: NodeJS.Signals | null;
  }>((resolve, reject) => {
    child.once('error', reject).once('close', (code, killedBy) => {
      resolve({ exitCode: code, signal: killedBy });
    });
  }).finally(() => clearTimeout(timer));
  if (rest) onText('\n');
  if (exitCode === 0) return;
  // too much time of the processor is up to the documentation
  if (signal && signal !== 'SIGXCPU' && !isTooLate) {
    throw new BuildUnavailableError(
      `MkDocs was stopped from outside (${signal}); open the documentation again to try once more`,
    );
  }
  throw new Error(last || `MkDocs stopped with exit code ${exitCode}`);
}
