import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../paths.ts';
import { startPostgres } from '../postgres/startPostgres.ts';
import { openLogFile, readLastLines } from '../process/logFile.ts';
import type {
  RendererReply,
  RendererRequest,
  RenderedProject,
} from './renderer/protocol.ts';

type Reply = Exclude<RendererReply, { type: 'ready' }>;
type Unnumbered<T> = T extends { id: number } ? Omit<T, 'id'> : never;

/**
 * Renders templates and reads descriptors with the portal's own code, in a
 * process of its own with a throw-away database.
 *
 * @internal
 */
export class TemplateRenderer {
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, (reply: Reply) => void>();
  private readonly cleanUp: () => Promise<void>;
  private lastId = 0;

  private constructor(child: ChildProcess, cleanUp: () => Promise<void>) {
    this.child = child;
    this.cleanUp = cleanUp;
    child.on('message', (reply: RendererReply) => {
      if (reply.type !== 'ready' && reply.id !== undefined) {
        this.waiting.get(reply.id)?.(reply);
        this.waiting.delete(reply.id);
      }
    });
    child.once('exit', () => {
      for (const [id, resolve] of this.waiting) {
        resolve({ type: 'failed', id, message: 'the scaffolder ended' });
      }
    });
  }

  /**
   * @param logDirectory - gets `template-renderer.log`
   * @throws Error with the last lines of the log when it does not start
   */
  static async start(logDirectory: string): Promise<TemplateRenderer> {
    const dir = mkdtempSync(join(tmpdir(), 'nerds-templates-'));
    // PostgreSQL's own account must get in when this runs as root
    chmodSync(dir, 0o755);
    const postgres = await startPostgres({ dir, durable: false });
    const cleanUp = async () => {
      await postgres.stop();
      rmSync(dir, { recursive: true, force: true });
    };
    const logFile = join(logDirectory, 'template-renderer.log');
    const child = spawnRenderer(logFile, {
      POSTGRES_HOST: postgres.host,
      POSTGRES_PORT: String(postgres.port),
      POSTGRES_USER: postgres.user,
      POSTGRES_PASSWORD: postgres.password,
    });
    const started = await new Promise<boolean>(resolve => {
      child.once('message', () => resolve(true));
      child.once('exit', () => resolve(false));
      child.once('error', () => resolve(false));
    });
    if (!started) {
      await cleanUp();
      throw new Error(
        `The scaffolder did not start:\n${readLastLines(logFile, 12).join(
          '\n',
        )}`,
      );
    }
    return new TemplateRenderer(child, cleanUp);
  }

  /** @throws Error with what the scaffolder says of the template or the values */
  async render(
    directory: string,
    values: Record<string, unknown>,
  ): Promise<RenderedProject> {
    const reply = await this.ask({ type: 'render', directory, values });
    if (reply.type !== 'rendered') {
      throw new Error(reply.type === 'failed' ? reply.message : reply.type);
    }
    return reply.project;
  }

  /** What the portal has against the text of a descriptor, one line each. */
  async inspect(
    file: 'catalog-info' | 'publiccode',
    text: string,
  ): Promise<string[]> {
    const reply = await this.ask({ type: 'inspect', file, text });
    return reply.type === 'inspected'
      ? reply.problems
      : [reply.type === 'failed' ? reply.message : reply.type];
  }

  async stop(): Promise<void> {
    const exited = new Promise(resolve => this.child.once('exit', resolve));
    if (this.child.exitCode === null && this.child.signalCode === null) {
      this.child.disconnect();
      await exited;
    }
    await this.cleanUp();
  }

  private ask(request: Unnumbered<RendererRequest>): Promise<Reply> {
    this.lastId += 1;
    const id = this.lastId;
    return new Promise(resolve => {
      this.waiting.set(id, resolve);
      this.child.send({ ...request, id }, error => {
        if (error) {
          resolve({ type: 'failed', id, message: error.message });
        }
      });
    });
  }
}

function spawnRenderer(
  logFile: string,
  environment: Record<string, string>,
): ChildProcess {
  const require = createRequire(import.meta.url);
  const log = openLogFile(logFile);
  try {
    return spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(import.meta.dirname, 'renderer/main.ts'),
      ],
      {
        cwd: repositoryRoot,
        stdio: ['ignore', log, log, 'ipc'],
        env: {
          ...process.env,
          ...environment,
          NODE_ENV: 'production',
          NODE_OPTIONS: undefined,
        },
      },
    );
  } finally {
    closeSync(log);
  }
}
