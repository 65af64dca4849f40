import { parseArgs } from 'node:util';
import { formatTable, printLine } from '../console/output.ts';
import { buildStackPaths } from '../paths.ts';
import { isRunning } from '../process/identity.ts';
import {
  isSupervised,
  readStackState,
  type ComponentStatus,
  type StackState,
} from '../state/stackState.ts';

/** One component as `status --json` prints it. @public */
export interface StatusLine {
  component: string;
  state: string;
  url: string | null;
  version: string | null;
  message?: string;
}

function toLine(component: ComponentStatus, supervised: boolean): StatusLine {
  const { state, url, version, message, process } = component;
  const line = {
    component: component.component,
    url: url ?? null,
    version: version ?? null,
  };
  if (supervised) {
    return { ...line, state, ...(message && { message }) };
  }
  return isRunning(process)
    ? {
        ...line,
        state: 'running',
        message:
          'its supervisor was killed: ./nerds start or ./nerds stop takes over',
      }
    : { ...line, state: 'stopped' };
}

/**
 * What runs, judged by the processes themselves when nobody looks after them.
 *
 * @internal
 */
export function toStatusLines(state: StackState | undefined): StatusLine[] {
  if (!state) {
    return [
      { component: 'portal', state: 'stopped', url: null, version: null },
    ];
  }
  const supervised = isSupervised(state);
  return state.components.map(component => toLine(component, supervised));
}

/** @internal */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { json: { type: 'boolean' } },
  });
  const paths = buildStackPaths(process.env.NERDS_HOME);
  const lines = toStatusLines(readStackState(paths.state));
  if (values.json) {
    printLine(JSON.stringify(lines, null, 2));
    return 0;
  }
  printLine(
    formatTable([
      ['COMPONENT', 'STATE', 'URL', 'VERSION'],
      ...lines.map(({ component, state, url, version }) => [
        component,
        state,
        url ?? '-',
        version ?? '-',
      ]),
    ]),
  );
  for (const message of new Set(lines.map(line => line.message))) {
    if (message) {
      const components = lines.filter(line => line.message === message);
      const names = components.map(({ component }) => component);
      printLine(`${names.join(', ')}: ${message}`);
    }
  }
  return 0;
}
