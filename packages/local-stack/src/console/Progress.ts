import type { StackStep } from '../supervisor/events.ts';

interface RunningStep {
  startedAt: number;
  detail: string | undefined;
}

const REFRESH_MS = 250;
/** Without a terminal a long step says at most this often that it is still alive. */
const PLAIN_REMINDER_MS = 30_000;

/** E.g. `0.8 s`, `42 s`, `3 min 05 s`. @internal */
export function formatElapsed(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 9.95) {
    return `${seconds.toFixed(1)} s`;
  }
  const whole = Math.round(seconds);
  return whole < 60
    ? `${whole} s`
    : `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

/**
 * Shows steps: one line for each that ended, with its time; on a terminal also
 * a live line with those under way, elsewhere plain lines only.
 *
 * @internal
 */
export class Progress {
  private readonly running = new Map<string, RunningStep>();
  private readonly live = process.stdout.isTTY === true;
  private readonly timer: NodeJS.Timeout;

  constructor() {
    this.timer = setInterval(
      () => this.refresh(),
      this.live ? REFRESH_MS : PLAIN_REMINDER_MS,
    );
    this.timer.unref();
  }

  /** Takes one report. */
  show(step: StackStep): void {
    const known = this.running.get(step.title);
    if (step.state === 'running') {
      this.running.set(step.title, {
        startedAt: known?.startedAt ?? Date.now(),
        detail: step.detail,
      });
      if (!this.live && (step.detail || !known)) {
        this.print(`  ${step.title}${step.detail ? `: ${step.detail}` : ''} …`);
      }
    } else {
      this.running.delete(step.title);
      const elapsed = known
        ? ` (${formatElapsed(Date.now() - known.startedAt)})`
        : '';
      const detail = step.detail ? `: ${step.detail}` : '';
      this.print(
        `${step.state === 'done' ? '✓' : '✗'} ${step.title}${detail}${elapsed}`,
      );
    }
    this.refresh();
  }

  /** Does some work as one step. */
  async step<T>(title: string, work: () => Promise<T>): Promise<T> {
    this.show({ title, state: 'running' });
    try {
      const result = await work();
      this.show({ title, state: 'done' });
      return result;
    } catch (error) {
      this.show({ title, state: 'failed' });
      throw error;
    }
  }

  /** Prints a line of its own. */
  print(line: string): void {
    this.clearLiveLine();
    process.stdout.write(`${line}\n`);
  }

  /** Ends the live line. */
  close(): void {
    clearInterval(this.timer);
    this.clearLiveLine();
  }

  private clearLiveLine(): void {
    if (this.live) {
      process.stdout.write('\r\x1b[2K');
    }
  }

  private refresh(): void {
    const now = Date.now();
    const parts = [...this.running].map(
      ([title, { startedAt, detail }]) =>
        `${title}${detail ? `: ${detail}` : ''} (${formatElapsed(
          now - startedAt,
        )})`,
    );
    if (parts.length === 0) {
      return;
    }
    if (this.live) {
      const width = (process.stdout.columns ?? 80) - 1;
      this.clearLiveLine();
      process.stdout.write(`  ${parts.join(' · ')}`.slice(0, width));
    } else {
      const long = [...this.running.values()].some(
        ({ startedAt }) => now - startedAt >= PLAIN_REMINDER_MS,
      );
      if (long) {
        process.stdout.write(`  still busy: ${parts.join(' · ')}\n`);
      }
    }
  }
}
