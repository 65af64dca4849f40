import { readFileSync } from 'node:fs';
import path from 'node:path';

interface StackState {
  components: { component: string; process?: { pid: number } }[];
}

/** Process id of a part of the local stack that the journeys run against. */
export function pidOf(component: string): number {
  const home = process.env.NERDS_HOME ?? path.resolve(__dirname, '../.nerds');
  const { components } = JSON.parse(
    readFileSync(path.join(home, 'state.json'), 'utf8'),
  ) as StackState;
  const pid = components.find(known => known.component === component)?.process
    ?.pid;
  if (!pid) {
    throw new Error(`${component} does not run`);
  }
  return pid;
}
