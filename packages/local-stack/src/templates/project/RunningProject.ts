import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { httpRequest, isAnswering } from '../../network/httpRequest.ts';
import { findFreePort, LOOPBACK } from '../../network/ports.ts';
import type { TemplateTest } from '../TemplateTestFile.ts';
import { buildProjectEnvironment } from './environment.ts';

const READY_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 10_000;
const POLL_MS = 100;

/** A log that says nothing for so long has said what it had to. */
const QUIET_MS = 500;
const SETTLE_TIMEOUT_MS = 5_000;

/**
 * A generated project that runs and answers over HTTP.
 *
 * @internal
 */
export class RunningProject {
  readonly url: string;
  readonly metricsUrl: string;
  private readonly child: ChildProcess;
  private text = '';

  private constructor(child: ChildProcess, port: number, metricsPort: number) {
    this.child = child;
    this.url = `http://${LOOPBACK}:${port}`;
    this.metricsUrl = `http://${LOOPBACK}:${metricsPort}`;
    const collect = (chunk: Buffer) => {
      this.text += chunk.toString('utf8');
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
  }

  /**
   * @param directory - of the project
   * @throws Error with what it printed when it does not get ready
   */
  static async start(
    directory: string,
    { run, ready }: NonNullable<TemplateTest['start']>,
  ): Promise<RunningProject> {
    const port = await findFreePort();
    let metricsPort = await findFreePort();
    while (metricsPort === port) {
      metricsPort = await findFreePort();
    }
    const child = spawn('sh', ['-c', run], {
      cwd: directory,
      stdio: ['ignore', 'pipe', 'pipe'],
      // a group of its own: `npm start` is not the program itself
      detached: true,
      env: {
        ...process.env,
        ...buildProjectEnvironment(process.env, {
          HOST: LOOPBACK,
          PORT: String(port),
          METRICS_PORT: String(metricsPort),
        }),
      },
    });
    const project = new RunningProject(child, port, metricsPort);
    try {
      await project.waitUntilReady(ready);
    } catch (error) {
      await project.stop();
      throw error;
    }
    return project;
  }

  /**
   * Everything it printed, also about the last request: an answer may be here
   * before the line of the log, which takes another way.
   */
  async readSettledOutput(): Promise<string> {
    const deadline = Date.now() + SETTLE_TIMEOUT_MS;
    let text: string;
    do {
      text = this.text;
      await sleep(QUIET_MS);
    } while (this.text !== text && Date.now() < deadline);
    return this.text;
  }

  get(path: string, headers: Record<string, string> = {}) {
    return httpRequest(`${this.url}${path}`, { headers });
  }

  /** Asks it to stop, as Kubernetes does, and insists after a while. */
  async stop(): Promise<void> {
    const { pid } = this.child;
    if (!pid || this.child.exitCode !== null || this.child.signalCode) {
      return;
    }
    const exited = new Promise<boolean>(resolve =>
      this.child.once('exit', () => resolve(true)),
    );
    process.kill(-pid, 'SIGTERM');
    const stopped = await Promise.race([
      exited,
      sleep(STOP_TIMEOUT_MS, false, { ref: false }),
    ]);
    if (!stopped) {
      process.kill(-pid, 'SIGKILL');
      await exited;
    }
  }

  private async waitUntilReady(path: string): Promise<void> {
    const deadline = Date.now() + READY_TIMEOUT_MS;
    while (!(await isAnswering(new URL(path, this.url)))) {
      if (this.child.exitCode !== null || this.child.signalCode) {
        throw new Error(`it ended at once:\n${this.text}`);
      }
      if (Date.now() > deadline) {
        throw new Error(`${path} does not answer 200:\n${this.text}`);
      }
      await sleep(POLL_MS);
    }
  }
}
