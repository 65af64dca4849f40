import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAnswering } from '../../network/httpRequest.ts';
import { findFreePort, LOOPBACK } from '../../network/ports.ts';
import { runCommand } from '../../process/runCommand.ts';
import type { ContainerEngine } from './containerEngine.ts';
import type { Runtime } from './readRuntime.ts';

const READY_TIMEOUT_MS = 60_000;
const POLL_MS = 200;
const SHOWN_LINES = 30;

function lastLines(output: string): string {
  return output.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n');
}

/**
 * An image made of a generated project, for as long as it is looked at.
 *
 * @internal
 */
export class ProjectImage {
  readonly name = `localhost/nerds-template-test:${randomBytes(6).toString(
    'hex',
  )}`;
  private readonly engine: ContainerEngine;
  private readonly logFile: string;

  constructor(engine: ContainerEngine, logFile: string) {
    this.engine = engine;
    this.logFile = logFile;
  }

  /** @returns what went wrong, with the last lines of the build */
  async build(directory: string, containerfile: string): Promise<string[]> {
    const { exitCode, output } = await this.run([
      ...['build', '--file', join(directory, containerfile)],
      ...['--tag', this.name],
      directory,
    ]);
    return exitCode === 0
      ? []
      : [
          `${containerfile}: ${this.engine.name} cannot build it:`,
          lastLines(output),
        ];
  }

  /**
   * Starts it as the manifests ask Kubernetes to, and no milder: no right of
   * root, nothing to write on but what they give.
   *
   * @returns what went wrong, with what the container printed
   */
  async start(runtime: Runtime): Promise<string[]> {
    const port = await findFreePort();
    const container = this.name.replace(/.*:/, 'nerds-template-test-');
    const { exitCode, output } = await this.run(
      this.buildRunArguments(runtime, container, port),
    );
    try {
      if (exitCode !== 0) {
        return [`${this.engine.name} cannot start it:`, lastLines(output)];
      }
      return await this.waitUntilReady(
        container,
        new URL(runtime.path, `http://${LOOPBACK}:${port}`),
      );
    } finally {
      await this.run(['rm', '--force', container]);
    }
  }

  async remove(): Promise<void> {
    await this.run(['rmi', '--force', this.name]);
  }

  private run(args: string[]) {
    return runCommand(this.engine.command, args, { logFile: this.logFile });
  }

  private buildRunArguments(
    runtime: Runtime,
    container: string,
    port: number,
  ): string[] {
    return [
      ...['run', '--detach', '--name', container],
      ...['--publish', `${LOOPBACK}:${port}:${runtime.port}`],
      ...['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
      ...(runtime.user ? ['--user', runtime.user] : []),
      ...(runtime.readOnly ? ['--read-only'] : []),
      // podman would make /tmp writable by itself, which Kubernetes does not
      ...(runtime.readOnly && this.engine.name === 'podman'
        ? ['--read-only-tmpfs=false']
        : []),
      ...runtime.writable.flatMap(path => ['--tmpfs', path]),
      ...Object.entries(runtime.environment).flatMap(([name, value]) => [
        '--env',
        `${name}=${value}`,
      ]),
      this.name,
    ];
  }

  private async waitUntilReady(container: string, url: URL): Promise<string[]> {
    const deadline = Date.now() + READY_TIMEOUT_MS;
    while (!(await isAnswering(url))) {
      const { stdout } = await this.run([
        ...['inspect', '--format', '{{.State.Running}}', container],
      ]);
      const ended = stdout.trim() !== 'true';
      if (ended || Date.now() > deadline) {
        const { output } = await this.run(['logs', container]);
        const what = ended ? 'it ended at once' : 'it does not answer 200';
        return [`${url.pathname}: ${what}:`, lastLines(output)];
      }
      await sleep(POLL_MS);
    }
    return [];
  }
}
