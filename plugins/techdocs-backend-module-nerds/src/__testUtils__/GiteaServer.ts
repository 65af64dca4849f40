import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * The part of Gitea's API that the portal reads a repository with, over a real
 * repository: what it hands out is made by `git archive`, as Gitea does.
 */
export class GiteaServer {
  readonly repository = mkdtempSync(path.join(tmpdir(), 'docs-git-'));
  /** How often the whole repository was read. */
  downloads = 0;
  private committedAt?: string;
  private readonly server: Server;

  constructor() {
    this.git('init', '--quiet', '--initial-branch=main');
    this.server = createServer((request, response) => {
      const api = '/api/v1/repos/team/dienst';
      if (request.url === `${api}/git/commits/main`) {
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify({ sha: this.git('rev-parse', 'main') }));
      } else if (request.url === `${api}/archive/main.tar.gz`) {
        this.downloads += 1;
        response.end(
          execFileSync(
            'git',
            ['archive', '--format=tar.gz', '--prefix=dienst/', 'main'],
            { cwd: this.repository },
          ),
        );
      } else {
        response.writeHead(404).end();
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
    rmSync(this.repository, { recursive: true, force: true });
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Commits these files, and those of before. @returns the commit */
  commit(files: Record<string, string>, at = '2026-11-01T10:00:00Z'): string {
    this.committedAt = at;
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(this.repository, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', 'Wijziging');
    return this.git('rev-parse', 'main');
  }

  /** Puts the branch back on another commit, as a forced push does. */
  reset(commit: string): void {
    this.git('reset', '--quiet', '--hard', commit);
  }

  private git(...args: string[]): string {
    return execFileSync('git', args, {
      cwd: this.repository,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        HOME: this.repository,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'Wim',
        GIT_AUTHOR_EMAIL: 'wim@demo.invalid',
        GIT_COMMITTER_NAME: 'Wim',
        GIT_COMMITTER_EMAIL: 'wim@demo.invalid',
        GIT_COMMITTER_DATE: this.committedAt,
      },
    }).trim();
  }
}
