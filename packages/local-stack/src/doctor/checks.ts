import { existsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { delimiter, join } from 'node:path';
import { findForgeProgram } from '../forge/program.ts';
import { findGoToolchain } from '../go/goToolchain.ts';
import { findPrograms } from '../control-plane/programs.ts';
import { readVersions } from '../control-plane/versions.ts';
import { findPythonProblem } from '../install/docsTools.ts';
import { areDependenciesInstalled } from '../install/ensureDependencies.ts';
import { runYarn } from '../install/yarn.ts';
import { findPortHolder } from '../network/portHolder.ts';
import { isPortFree } from '../network/ports.ts';
import type { StackPaths } from '../paths.ts';
import { runCommand } from '../process/runCommand.ts';
import { isSupervised, readStackState } from '../state/stackState.ts';
import { FIRST_START_GIB, LATER_START_GIB, readFreeGiB } from './freeSpace.ts';
import { isRightNode, NODE_MAJOR } from './requireForStart.ts';

/** One line of ./nerds doctor. @internal */
export interface Check {
  name: string;
  /** `limited`: the portal works, a part of it does not. */
  state: 'ok' | 'limited' | 'missing';
  found: string;
  advice?: string;
}

const GIB = 1024 ** 3;
const MEMORY_GIB = 4;
const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Looks for a program on the PATH. @internal */
export function findProgram(names: string[]): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap(directory => names.map(name => join(directory, name)))
    .find(path => existsSync(path));
}

/** @internal */
export function findChromium(): string | undefined {
  return process.env.CHROMIUM_PATH ?? findProgram(CHROMIUM_NAMES);
}

async function readVersionOf(command: string): Promise<string | undefined> {
  const { exitCode, output } = await runCommand(command, ['--version']);
  return exitCode === 0 ? output.trim().split('\n')[0] : undefined;
}

async function checkProgram(
  name: string,
  command: string,
  advice: string,
): Promise<Check> {
  const version = await readVersionOf(command);
  return version
    ? { name, state: 'ok', found: version }
    : { name, state: 'limited', found: 'not found', advice };
}

function checkNode(): Check {
  return isRightNode(process.version)
    ? { name: 'Node', state: 'ok', found: process.version }
    : {
        name: 'Node',
        state: 'missing',
        found: process.version,
        advice: `Node ${NODE_MAJOR} is needed; ./nerds brings it when npm is there`,
      };
}

async function checkPython(): Promise<Check> {
  const check = await checkProgram(
    'Python 3',
    'python3',
    'install python3 and python3-venv: the documentation pages and some packages are built with it',
  );
  const problem = check.state === 'ok' ? await findPythonProblem() : undefined;
  return problem ? { ...check, state: 'limited', advice: problem } : check;
}

function checkGo(paths: StackPaths): Check {
  const go = findGoToolchain(readVersions().go);
  if (go.usable) {
    return { name: 'Go', state: 'ok', found: `${go.version} (${go.command})` };
  }
  return describeWithoutGo(go.reason, {
    hasKubernetes: findPrograms(paths) !== undefined,
    hasForge: findForgeProgram(paths) !== undefined,
  });
}

/**
 * What a machine without Go can do: with what was built before, nothing is
 * missing.
 *
 * @internal
 */
export function describeWithoutGo(
  reason: string,
  built: { hasKubernetes: boolean; hasForge: boolean },
): Check {
  const lacking = [
    !built.hasKubernetes && 'makes no clusters',
    !built.hasForge && 'starts no projects, for it has no forge',
  ].filter(Boolean);
  if (lacking.length === 0) {
    return {
      name: 'Go',
      state: 'ok',
      found: 'not needed: Kubernetes and the forge are built',
    };
  }
  const programs = [
    !built.hasKubernetes && 'Kubernetes',
    !built.hasForge && 'forge (Gitea)',
  ].filter(Boolean);
  const otherwise = built.hasKubernetes
    ? ''
    : ', or set NERDS_HOST_KUBECONFIG to a cluster that you have';
  return {
    name: 'Go',
    state: 'limited',
    found: reason,
    advice: `install Go ${
      readVersions().go
    } or newer (system packages or go.dev/dl) for the built-in ${programs.join(
      ' and ',
    )}${otherwise}; without it the portal runs, but ${lacking.join(' and ')}`,
  };
}

function checkChromium(): Check {
  const chromium = findChromium();
  return chromium
    ? { name: 'Chromium', state: 'ok', found: chromium }
    : {
        name: 'Chromium',
        state: 'limited',
        found: 'not found',
        advice:
          'only for the browser tests: apt-get install chromium, or set CHROMIUM_PATH',
      };
}

function checkDisk(paths: StackPaths): Check {
  const ready =
    areDependenciesInstalled(paths) &&
    findPrograms(paths) &&
    findForgeProgram(paths);
  const wanted = ready ? LATER_START_GIB : FIRST_START_GIB;
  const free = readFreeGiB(paths.home);
  return {
    name: 'Disk',
    state: free >= wanted ? 'ok' : 'missing',
    found: `${free.toFixed(1)} GiB free`,
    ...(free < wanted && { advice: `free ${wanted} GiB` }),
  };
}

function checkMemory(): Check {
  const total = totalmem() / GIB;
  const enough = total >= MEMORY_GIB;
  return {
    name: 'Memory',
    state: enough ? 'ok' : 'limited',
    found: `${total.toFixed(1)} GiB`,
    ...(!enough && { advice: `${MEMORY_GIB} GiB is comfortable` }),
  };
}

async function checkPort(
  paths: StackPaths,
  port: number,
  advice: string,
): Promise<Check> {
  const name = `Port ${port}`;
  const state = readStackState(paths.state);
  if (isSupervised(state) && state.portalUrl.endsWith(`:${port}`)) {
    return { name, state: 'ok', found: 'in use by the portal itself' };
  }
  return (await isPortFree(port))
    ? { name, state: 'ok', found: 'free' }
    : {
        name,
        state: 'limited',
        found: `taken by ${findPortHolder(port) ?? 'another program'}`,
        advice,
      };
}

async function checkRegistry(paths: StackPaths): Promise<Check> {
  const name = 'Package registry';
  const { exitCode } = await runYarn(
    ['npm', 'info', 'typescript', '--fields', 'name', '--json'],
    { signal: AbortSignal.timeout(20_000) },
  );
  if (exitCode === 0) {
    return { name, state: 'ok', found: 'reachable' };
  }
  return {
    name,
    state: areDependenciesInstalled(paths) ? 'limited' : 'missing',
    found: 'not reachable',
    advice:
      'needed for the first start only: check the network, or set HTTPS_PROXY',
  };
}

/**
 * Looks at everything that the stack needs from this machine.
 *
 * @internal
 */
export async function runChecks(paths: StackPaths): Promise<Check[]> {
  return [
    checkNode(),
    await checkProgram(
      'npm',
      'npm',
      'only needed to fetch Node 24 where the system has another version',
    ),
    await checkPython(),
    checkGo(paths),
    await checkProgram('git', 'git', 'install git: tests and templates use it'),
    checkChromium(),
    checkDisk(paths),
    checkMemory(),
    await checkPort(paths, 7007, 'use ./nerds start --port N'),
    await checkPort(paths, 3000, 'only yarn start needs it'),
    await checkRegistry(paths),
  ];
}
