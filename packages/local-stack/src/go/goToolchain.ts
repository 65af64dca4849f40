import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Go's own installer puts it, which is often not on the PATH. */
const USUAL_DIRECTORY = '/usr/local/go/bin';

/** @internal */
export type GoToolchain =
  | { usable: true; command: string; version: string }
  | { usable: false; reason: string };

function findGo(): string | undefined {
  return [...(process.env.PATH ?? '').split(delimiter), USUAL_DIRECTORY]
    .map(directory => join(directory, 'go'))
    .find(command => existsSync(command));
}

/** Compares dotted versions by number; what follows the number is ignored. @internal */
export function isAtLeast(version: string, minimum: string): boolean {
  const wanted = minimum.split('.').map(part => Number.parseInt(part, 10));
  const given = version.split('.').map(part => Number.parseInt(part, 10));
  for (const [index, number] of wanted.entries()) {
    const difference = (given[index] ?? 0) - number;
    if (difference !== 0) {
      return difference > 0;
    }
  }
  return true;
}

/**
 * Environment of every `go` command: the installed toolchain, no C compiler,
 * exactly the pinned modules.
 *
 * @internal
 */
export const GO_ENVIRONMENT = {
  GOTOOLCHAIN: 'local',
  CGO_ENABLED: '0',
  GOFLAGS: '-mod=readonly -buildvcs=false',
  GOWORK: 'off',
};

/**
 * Looks for Go on this machine.
 *
 * @param minimum - oldest version that will do
 * @internal
 */
export function findGoToolchain(minimum: string): GoToolchain {
  const command = findGo();
  if (!command) {
    return { usable: false, reason: `Go ${minimum} or newer is not installed` };
  }
  try {
    const version = execFileSync(command, ['env', 'GOVERSION'], {
      encoding: 'utf8',
      env: { ...process.env, GOTOOLCHAIN: 'local' },
    })
      .trim()
      .replace(/^go/, '');
    return isAtLeast(version, minimum)
      ? { usable: true, command, version }
      : {
          usable: false,
          reason: `Go ${version} is installed (${command}), ${minimum} or newer is needed`,
        };
  } catch {
    return { usable: false, reason: `${command} does not run` };
  }
}
