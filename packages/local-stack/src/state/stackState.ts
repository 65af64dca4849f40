import { isRunning, type ProcessIdentity } from '../process/identity.ts';
import type { StopRules } from '../process/stopProcess.ts';
import { readJsonFile, writeFileAtomic } from './files.ts';

/** In the order in which they are shown. @internal */
export const COMPONENT_NAMES = [
  'portal',
  'postgres',
  'identity-provider',
  'etcd',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kwok',
  'host-cluster',
  'forge',
  'docs-tools',
] as const;

/** `host-cluster` stands for a cluster that is not ours; `docs-tools` shows only when they cannot be had. @internal */
export type ComponentName = (typeof COMPONENT_NAMES)[number];

/** @internal */
export type ComponentState =
  | 'waiting'
  | 'building'
  | 'starting'
  | 'running'
  | 'restarting'
  | 'failed'
  | 'stopped'
  /** Cannot be had on this machine; the message says why. */
  | 'off';

/** @internal */
export interface ComponentStatus {
  component: ComponentName;
  state: ComponentState;
  url?: string;
  version?: string;
  message?: string;
  process?: ProcessIdentity;
  stop?: StopRules;
}

/** What the supervisor writes down, for other commands and for its successor. @internal */
export interface StackState {
  supervisor: ProcessIdentity;
  /** `dev`: the portal itself is run by `yarn start`. */
  mode: 'portal' | 'dev';
  phase: 'starting' | 'ready' | 'stopping' | 'stopped';
  portalUrl: string;
  components: ComponentStatus[];
}

/** @internal */
export function readStackState(path: string): StackState | undefined {
  return readJsonFile<StackState>(path);
}

/** Whether a supervisor is at work, whatever it is doing. @internal */
export function isSupervised(
  state: StackState | undefined,
): state is StackState {
  return isRunning(state?.supervisor);
}

/** Components whose process still runs. @internal */
export function listRunning(state: StackState | undefined): ComponentStatus[] {
  return (state?.components ?? []).filter(({ process }) => isRunning(process));
}

/**
 * The state file, kept up to date by the supervisor.
 *
 * @internal
 */
export class StateWriter {
  private readonly path: string;
  private readonly state: StackState;

  constructor(path: string, initial: Omit<StackState, 'components'>) {
    this.path = path;
    this.state = { ...initial, components: [] };
    this.write();
  }

  setPhase(phase: StackState['phase']): void {
    this.state.phase = phase;
    this.write();
  }

  /** Changes some fields of one component; undefined clears a field. */
  update(
    component: ComponentName,
    change: Partial<Omit<ComponentStatus, 'component'>>,
  ): void {
    const { components } = this.state;
    const existing = components.find(one => one.component === component);
    if (existing) {
      Object.assign(existing, change);
    } else {
      components.push({ component, state: 'waiting', ...change });
      components.sort(
        (a, b) =>
          COMPONENT_NAMES.indexOf(a.component) -
          COMPONENT_NAMES.indexOf(b.component),
      );
    }
    this.write();
  }

  private write(): void {
    writeFileAtomic(this.path, `${JSON.stringify(this.state, null, 2)}\n`);
  }
}
