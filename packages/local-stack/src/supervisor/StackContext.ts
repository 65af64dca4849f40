import type { Ports } from '../network/ports.ts';
import type { StackPaths } from '../paths.ts';
import type {
  ManagedProcess,
  ProcessSpec,
  StartOptions,
} from '../process/ManagedProcess.ts';
import { DEFAULT_STOP_RULES } from '../process/stopProcess.ts';
import { SupervisedProcess } from '../process/SupervisedProcess.ts';
import type { ComponentName, StateWriter } from '../state/stackState.ts';
import type { StackStep } from './events.ts';

interface SuperviseOptions {
  url?: string;
  version?: string;
  /** Told when it runs again after having ended by itself. */
  onRunning?: () => void;
  onRestart?: () => void;
  start?: (spec: ProcessSpec, options: StartOptions) => Promise<ManagedProcess>;
}

/**
 * What the parts of a running stack share: where things are, who is told, and
 * the programs in the order in which they were started.
 *
 * @internal
 */
export class StackContext {
  readonly paths: StackPaths;
  readonly ports: Ports;
  readonly state: StateWriter;
  readonly signal: AbortSignal;
  private readonly reportStep: (step: StackStep) => void;
  private readonly programs: SupervisedProcess[] = [];

  constructor(options: {
    paths: StackPaths;
    ports: Ports;
    state: StateWriter;
    signal: AbortSignal;
    reportStep: (step: StackStep) => void;
  }) {
    this.paths = options.paths;
    this.ports = options.ports;
    this.state = options.state;
    this.signal = options.signal;
    this.reportStep = options.reportStep;
  }

  /** Does some work and reports its begin and end. */
  async step<T>(title: string, work: () => Promise<T>): Promise<T> {
    this.reportStep({ title, state: 'running' });
    try {
      const result = await work();
      this.reportStep({ title, state: 'done' });
      return result;
    } catch (error) {
      if (!this.signal.aborted) {
        const message = error instanceof Error ? error.message : String(error);
        const detail = message.replace(/ Its log, [^]*$|\n[^]*$/, '');
        this.reportStep({ title, state: 'failed', detail });
      }
      throw error;
    }
  }

  /** Says more about a step that is under way. */
  progress(title: string, detail: string): void {
    this.reportStep({ title, state: 'running', detail });
  }

  /** Starts a component, keeps it running, and keeps its status up to date. */
  async supervise(
    component: ComponentName,
    spec: ProcessSpec,
    options: SuperviseOptions = {},
  ): Promise<void> {
    const { url, version } = options;
    const stop = spec.stop ?? DEFAULT_STOP_RULES;
    this.state.update(component, { state: 'starting', url, version, stop });
    const program = new SupervisedProcess(spec, {
      logDirectory: this.paths.logs,
      start: options.start,
      events: {
        onSpawn: identity =>
          this.state.update(component, { process: identity }),
        onRunning: () => {
          this.state.update(component, {
            state: 'running',
            message: undefined,
          });
          options.onRunning?.();
        },
        onRestart: reason => {
          this.state.update(component, {
            state: 'restarting',
            message: reason,
          });
          options.onRestart?.();
        },
      },
    });
    this.signal.throwIfAborted();
    this.programs.push(program);
    try {
      await program.start();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.state.update(component, { state: 'failed', message });
      throw error;
    }
  }

  /** Stops everything, the last started first: nothing loses what it needs to end well. */
  async stopAll(): Promise<void> {
    for (const program of [...this.programs].reverse()) {
      await program.stop();
      this.state.update(program.name as ComponentName, {
        state: 'stopped',
        message: undefined,
        process: undefined,
      });
    }
  }
}
