import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What a test answers to a request of the forge's API; undefined means 404. */
export type ApiHandler = (request: {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: Record<string, unknown>;
}) => { status: number; body?: unknown } | undefined;

/**
 * Git over HTTP, served by git's own `http-backend`, with an API beside it that
 * the test answers.
 */
export class GitServer {
  readonly directory = mkdtempSync(path.join(tmpdir(), 'forge-git-'));
  private readonly server: Server;

  constructor(private readonly api: ApiHandler) {
    this.server = createServer((request, response) => {
      if (/^\/[^?]+\.git\//.test(request.url ?? '')) {
        this.serveGit(request, response);
      } else {
        this.serveApi(request, response);
      }
    });
  }

  async start(): Promise<void> {
    await new Promise<void>(resolve => {
      this.server.listen(0, '127.0.0.1', resolve);
    });
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => {
      this.server.close(resolve);
    });
    rmSync(this.directory, { recursive: true, force: true });
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Makes an empty repository that can be pushed to. */
  addRepository(name: string): void {
    const repository = this.pathOf(name);
    mkdirSync(repository, { recursive: true });
    this.git(name, 'init', '--quiet', '--bare', '--initial-branch=main');
    this.git(name, 'config', 'http.receivepack', 'true');
  }

  hasRepository(name: string): boolean {
    return existsSync(this.pathOf(name));
  }

  /** Runs git in a repository of the server. */
  git(name: string, ...args: string[]): string {
    const cwd = this.pathOf(name);
    return execFileSync('git', args, { cwd, encoding: 'utf8' }).trim();
  }

  /** Messages of its commits, newest first; none when nothing was pushed. */
  listCommits(name: string): string[] {
    const heads = this.git(name, 'for-each-ref', '--format=%(refname)');
    if (!heads) return [];
    return this.git(name, 'log', '--format=%B%x00', 'main')
      .split('\0')
      .map(message => message.trim())
      .filter(Boolean);
  }

  private pathOf(name: string): string {
    return path.join(this.directory, `${name}.git`);
  }

  private serveApi(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const answer = this.api({
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: text ? JSON.parse(text) : {},
      }) ?? { status: 404, body: {} };
      response.writeHead(answer.status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(answer.body ?? {}));
    });
  }

  private serveGit(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '', 'http://git');
    const backend = spawn('git', ['http-backend'], {
      env: {
        ...process.env,
        GIT_PROJECT_ROOT: this.directory,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: url.pathname,
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        REMOTE_USER: 'portal',
      },
    });
    const chunks: Buffer[] = [];
    request.pipe(backend.stdin);
    backend.stdout.on('data', chunk => chunks.push(chunk));
    backend.once('close', () => {
      const output = Buffer.concat(chunks);
      const end = output.indexOf('\r\n\r\n');
      for (const line of output.subarray(0, end).toString().split('\r\n')) {
        const [name, value] = line.split(': ');
        if (name === 'Status') response.statusCode = Number.parseInt(value, 10);
        else if (name) response.setHeader(name, value);
      }
      response.end(output.subarray(end + 4));
    });
  }
}
