import { createServer } from 'node:net';
import { readJsonFile, writeFileAtomic } from '../state/files.ts';

/** Everything on one machine listens here and nowhere else. @internal */
export const LOOPBACK = '127.0.0.1';

/**
 * Tries whether a port can be had now.
 *
 * @internal
 */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: LOOPBACK, exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}

/**
 * Lets the operating system choose a port that is free now.
 *
 * @internal
 */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host: LOOPBACK }, () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('The operating system gave no port')),
      );
    });
  });
}

/** Ports of the components, by name of what listens there. @public */
export type PortName =
  | 'postgres'
  | 'identityProvider'
  | 'identityProviderPages'
  | 'etcd'
  | 'etcdPeer'
  | 'kubeApiserver'
  | 'forge';

const PORT_NAMES: PortName[] = [
  'postgres',
  'identityProvider',
  'identityProviderPages',
  'etcd',
  'etcdPeer',
  'kubeApiserver',
  'forge',
];

/** @public */
export type Ports = Record<PortName, number>;

/**
 * Gives every component the port it had last time, because kubeconfigs and
 * sign-in sessions hold addresses. Only a port that someone else has taken
 * meanwhile is replaced.
 *
 * @param file - where the choice is kept
 * @returns the ports, and the names of those that had to change
 * @internal
 */
export async function allocatePorts(
  file: string,
): Promise<{ ports: Ports; replaced: PortName[] }> {
  const kept = readJsonFile<Partial<Ports>>(file) ?? {};
  const chosen = new Set<number>();
  const replaced: PortName[] = [];
  const entries: [PortName, number][] = [];
  for (const name of PORT_NAMES) {
    let port = kept[name];
    if (port === undefined || chosen.has(port) || !(await isPortFree(port))) {
      if (port !== undefined) {
        replaced.push(name);
      }
      do {
        port = await findFreePort();
      } while (chosen.has(port));
    }
    chosen.add(port);
    entries.push([name, port]);
  }
  const ports = Object.fromEntries(entries) as Ports;
  writeFileAtomic(file, `${JSON.stringify(ports, null, 2)}\n`);
  return { ports, replaced };
}
