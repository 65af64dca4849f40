import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { repositoryRoot, type StackPaths } from '../paths.ts';
import { runCommand } from '../process/runCommand.ts';
import { hashFiles } from './stamp.ts';

/** Every Python package with its version; how to renew it stands in its first lines. */
const REQUIREMENTS = join(
  repositoryRoot,
  'packages/local-stack/techdocs/requirements.txt',
);

/** Oldest minor version of Python 3 for which the pinned packages exist. */
const PYTHON_MINOR = 11;

const PROBE = [
  'import sys',
  `sys.exit("too old") if sys.version_info < (3, ${PYTHON_MINOR}) else None`,
  'import venv, ensurepip',
].join('\n');

/**
 * Directory with `mkdocs`, which turns Markdown into the documentation pages.
 * It is there as soon as the tools can be used, and not before.
 *
 * @internal
 */
export function buildDocsToolsBin(paths: StackPaths): string {
  const version = hashFiles([REQUIREMENTS]).slice(0, 16);
  return join(paths.python, version, 'bin');
}

/**
 * Tells whether the tools run. They may be there and not run: a virtual
 * environment holds the path of this clone and needs the Python that made it.
 *
 * @internal
 */
export async function areDocsToolsInstalled(
  paths: StackPaths,
): Promise<boolean> {
  const mkdocs = join(buildDocsToolsBin(paths), 'mkdocs');
  return (
    existsSync(mkdocs) &&
    (await runCommand(mkdocs, ['--version'])).exitCode === 0
  );
}

/**
 * Looks at the Python of this machine.
 *
 * @returns what to do before the tools can be installed; undefined when nothing
 * @internal
 */
export async function findPythonProblem(): Promise<string | undefined> {
  const { exitCode, output } = await runCommand('python3', ['-c', PROBE]);
  if (exitCode === 0) {
    return undefined;
  }
  if (/ENOENT/.test(output)) {
    return 'Python 3 is not installed. Install it (Debian, Ubuntu: packages python3 and python3-venv) and start again.';
  }
  if (/too old/.test(output)) {
    return `Python 3.${PYTHON_MINOR} or newer is needed, as python3 on the PATH.`;
  }
  return 'Python has no module venv. Install it (Debian, Ubuntu: package python3-venv) and start again.';
}

/** @internal */
export function explainFailure(output: string, logFile: string): string {
  if (/ENOSPC|[Nn]o space left/.test(output)) {
    return 'The disk is full. Free some 300 MB and start again.';
  }
  if (
    /NewConnectionError|Temporary failure|Name or service|Network is unreachable|timed out|ProxyError/.test(
      output,
    )
  ) {
    return 'The Python package index cannot be reached. Is there a network, or a proxy or mirror to set (HTTPS_PROXY, PIP_INDEX_URL)? Start again when there is.';
  }
  if (/DO NOT MATCH THE HASHES/.test(output)) {
    return 'The package index gives other files than the pinned ones. Do not trust it; use another mirror (PIP_INDEX_URL) and start again.';
  }
  if (/No matching distribution/.test(output)) {
    return `A pinned package does not exist for this Python or computer; ./nerds logs ${basename(
      logFile,
      '.log',
    )} shows which.`;
  }
  const lines = output.trim().split('\n').slice(-5).join('\n');
  return `All output is in ${logFile}:\n${lines}`;
}

/**
 * Makes a virtual environment with exactly the pinned packages.
 *
 * Two stacks of one clone may do this at the same moment, and either may be
 * killed. So each makes an environment of its own, and a link that is put in
 * place in one step says which one counts.
 *
 * @throws Error with a sentence that says what to do
 * @internal
 */
export async function installDocsTools(
  paths: StackPaths,
  signal?: AbortSignal,
): Promise<void> {
  const problem = await findPythonProblem();
  if (problem) {
    throw new Error(problem);
  }
  const bin = buildDocsToolsBin(paths);
  mkdirSync(dirname(bin), { recursive: true });
  const environment = mkdtempSync(join(dirname(bin), 'environment-'));
  try {
    await runPython('python3', ['-m', 'venv', environment], paths, signal);
    await runPython(
      join(environment, 'bin', 'python3'),
      [
        ...['-m', 'pip', 'install', '--disable-pip-version-check'],
        // nothing that is not pinned, and no code of packages runs to install them
        ...['--no-input', '--no-deps', '--only-binary', ':all:'],
        // not even when the index gives something else under the same name
        ...['--require-hashes', '--requirement', REQUIREMENTS],
      ],
      paths,
      signal,
    );
    const link = `${environment}.link`;
    symlinkSync(join(basename(environment), 'bin'), link);
    renameSync(link, bin);
  } catch (error) {
    rmSync(environment, { recursive: true, force: true });
    throw error;
  }
}

async function runPython(
  python: string,
  args: string[],
  paths: StackPaths,
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  const logFile = join(paths.logs, 'docs-tools.log');
  const { exitCode, output } = await runCommand(
    // lowest priority: the portal and the person using it come first
    'nice',
    ['-n', '15', python, ...args],
    { logFile, signal },
  );
  signal?.throwIfAborted();
  if (exitCode !== 0) {
    throw new Error(explainFailure(output, logFile));
  }
}
