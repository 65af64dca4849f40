import { join, resolve } from 'node:path';

/**
 * Root of the repository: everything is started from here, wherever the caller stands.
 *
 * @public
 */
export const repositoryRoot = resolve(import.meta.dirname, '../../..');

const ownHome = join(repositoryRoot, '.nerds');

/**
 * Where one local stack keeps its things. The real one lives in `.nerds/`;
 * every test gets a temporary directory of its own.
 *
 * @public
 */
export interface StackPaths {
  home: string;
  logs: string;
  /** Mode 0700: keys and passwords, never read by anything but the stack. */
  secrets: string;
  ports: string;
  state: string;
  /** Lock of the supervisor, so that two starts at the same moment make one stack. */
  lock: string;
  postgres: string;
  kubernetes: string;
  /** What the portal reads about the control plane while it is being built. */
  portalStatus: string;
  portalKubeconfig: string;
  adminKubeconfig: string;
  identityProviderCa: string;
  /** Everything that the forge keeps but its database. */
  forge: string;
  /** What the portal reads about the forge while it is being built. */
  forgeStatus: string;
  /** kubectl, for people. */
  bin: string;
  /** Built programs; shared by all stacks of this clone. */
  cache: string;
  /** Tools written in Python; shared by all stacks of this clone. */
  python: string;
  /** Documentation pages, made from Markdown by the portal. */
  techdocs: string;
  /** What was installed and built; shared by all stacks of this clone. */
  stamps: string;
}

/**
 * Names every file of a stack below one directory.
 *
 * @param home - default `.nerds` in the repository
 * @public
 */
export function buildStackPaths(home = ownHome): StackPaths {
  return {
    home,
    logs: join(home, 'logs'),
    secrets: join(home, 'secrets'),
    ports: join(home, 'ports.json'),
    state: join(home, 'state.json'),
    lock: join(home, 'supervisor.lock'),
    postgres: join(home, 'postgres'),
    kubernetes: join(home, 'kubernetes'),
    portalStatus: join(home, 'control-plane-status.json'),
    portalKubeconfig: join(home, 'kubernetes', 'portal.kubeconfig'),
    adminKubeconfig: join(home, 'kubernetes', 'admin.kubeconfig'),
    identityProviderCa: join(home, 'identity-provider-ca.crt'),
    forge: join(home, 'forge'),
    forgeStatus: join(home, 'forge-status.json'),
    bin: join(home, 'bin'),
    cache: join(ownHome, 'cache'),
    python: join(ownHome, 'python'),
    techdocs: join(home, 'techdocs'),
    stamps: join(ownHome, 'stamps'),
  };
}
