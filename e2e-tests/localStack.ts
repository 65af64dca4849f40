import { readFileSync } from 'node:fs';
import path from 'node:path';

interface StackState {
  components: { component: string; state: string; process?: { pid: number } }[];
}

function readStackFile<T>(name: string): T {
  const home = process.env.NERDS_HOME ?? path.resolve(__dirname, '../.nerds');
  return JSON.parse(readFileSync(path.join(home, name), 'utf8')) as T;
}

function readComponent(component: string) {
  const { components } = readStackFile<StackState>('state.json');
  return components.find(known => known.component === component);
}

/** Where a browser meets the identity provider. */
export function identityProviderOrigin(): string {
  const ports = readStackFile<{ identityProviderPages: number }>('ports.json');
  return `http://localhost:${ports.identityProviderPages}`;
}

/** Whether a part of the local stack cannot be had on this machine. */
export function isOff(component: string): boolean {
  return readComponent(component)?.state === 'off';
}

/** What a part of the local stack is doing; undefined when there is no such part. */
export function stateOf(component: string): string | undefined {
  return readComponent(component)?.state;
}

/** Process id of a part of the local stack that the journeys run against. */
export function pidOf(component: string): number {
  const pid = readComponent(component)?.process?.pid;
  if (!pid) {
    throw new Error(`${component} does not run`);
  }
  return pid;
}
