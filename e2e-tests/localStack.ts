import { expect, type APIRequestContext } from '@playwright/test';
import { readFileSync } from 'node:fs';
import path from 'node:path';

interface StackState {
  components: { component: string; state: string; process?: { pid: number } }[];
}

/** The text of a file of the local stack that the journeys run against. */
export function readStackFile(name: string): string {
  const home = process.env.NERDS_HOME ?? path.resolve(__dirname, '../.nerds');
  return readFileSync(path.join(home, name), 'utf8');
}

/** The ports of the local stack, by what listens there. */
export function readPorts(): Record<string, number> {
  return JSON.parse(readStackFile('ports.json'));
}

function readComponent(component: string) {
  const { components } = JSON.parse(readStackFile('state.json')) as StackState;
  return components.find(known => known.component === component);
}

/** Where a browser meets the identity provider. */
export function identityProviderOrigin(): string {
  return `http://localhost:${readPorts().identityProviderPages}`;
}

/** Whether a part of the local stack cannot be had on this machine. */
export function isOff(component: string): boolean {
  return readComponent(component)?.state === 'off';
}

/** Waits for a part of the local stack that is still being built or started. */
export async function waitUntilRuns(
  component: string,
  timeout: number,
): Promise<void> {
  await expect
    .poll(() => readComponent(component)?.state, { timeout })
    .toBe('running');
}

/** Process id of a part of the local stack that the journeys run against. */
export function pidOf(component: string): number {
  const pid = readComponent(component)?.process?.pid;
  if (!pid) {
    throw new Error(`${component} does not run`);
  }
  return pid;
}

/** Kills the portal, and waits until its supervisor has started it again. */
export async function killPortal(
  api: APIRequestContext,
  timeout: number,
): Promise<void> {
  const before = pidOf('portal');
  process.kill(before, 'SIGKILL');
  await expect
    .poll(
      async () => {
        const health = await api
          .get('/.backstage/health/v1/readiness')
          .catch(() => undefined);
        return health?.ok() && pidOf('portal') !== before;
      },
      { timeout },
    )
    .toBe(true);
}
