import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from '../../process/runCommand.ts';

/** What can build an image here, and mostly start it. @internal */
export interface ContainerEngine {
  name: 'podman' | 'docker' | 'buildah';
  command: string;
}

/** Why there is none, for whoever wonders why no image was built. @internal */
export interface NoContainerEngine {
  name: 'none';
  reason: string;
}

/** `1`: images are built too. */
const IMAGES_VARIABLE = 'NERDS_TEST_IMAGES';

/** In order of preference; buildah cannot give a container a port. */
const ENGINES: ContainerEngine['name'][] = ['podman', 'docker', 'buildah'];

/**
 * Looks for an engine that answers: a client of Docker alone builds nothing.
 *
 * @param path - directories to look in, as in PATH
 * @internal
 */
export async function findContainerEngine(
  path = process.env.PATH ?? '',
): Promise<ContainerEngine | NoContainerEngine> {
  const silent: string[] = [];
  for (const name of ENGINES) {
    const command = path
      .split(delimiter)
      .map(directory => join(directory, name))
      .find(file => existsSync(file));
    if (command) {
      // without a daemon "docker info" tells about the client, and says it went well
      const args = name === 'docker' ? ['version'] : ['info'];
      if ((await runCommand(command, args)).exitCode === 0) {
        return { name, command };
      }
      silent.push(name);
    }
  }
  const found = silent.map(name => `${name} is installed but does not answer`);
  return {
    name: 'none',
    reason: [
      `no container engine (${ENGINES.join(', ')}) to build it with`,
      ...found,
    ].join('; '),
  };
}

/**
 * The same, only for who asks for it: building an image asks more of a machine
 * than the rest of the tests do, the registries of images and, from inside a
 * container, those of packages.
 *
 * @internal
 */
export async function findEngineIfAsked(
  environment = process.env,
): Promise<ContainerEngine | NoContainerEngine> {
  return environment[IMAGES_VARIABLE] === '1'
    ? findContainerEngine(environment.PATH)
    : { name: 'none', reason: `built only with ${IMAGES_VARIABLE}=1` };
}
