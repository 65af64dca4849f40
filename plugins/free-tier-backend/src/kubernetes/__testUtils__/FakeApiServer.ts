import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A request as the API server received it. */
export interface ReceivedRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  authorization?: string;
  contentType?: string;
  body: unknown;
  /** Port of the client, which tells connections apart. */
  connection: number;
}

/** `drop`: the connection breaks; `hang`: no answer ever. */
export type FakeAnswer =
  | 'drop'
  | 'hang'
  | {
      status?: number;
      body?: unknown;
      headers?: Record<string, string>;
    };

/**
 * A real HTTP server that speaks answers recorded from Kubernetes 1.36, one
 * after the other; the last one stays.
 */
export class FakeApiServer {
  readonly received: ReceivedRequest[] = [];
  kubeconfigFile = '';
  #answers: FakeAnswer[] = [];
  #folder = '';
  readonly #server = createServer((request, response) => {
    this.#handle(request, response).catch(() => response.destroy());
  });

  static async start(): Promise<FakeApiServer> {
    const fake = new FakeApiServer();
    await new Promise<void>(resolve => {
      fake.#server.listen(0, '127.0.0.1', resolve);
    });
    fake.#folder = await mkdtemp(path.join(tmpdir(), 'fake-api-'));
    fake.kubeconfigFile = path.join(fake.#folder, 'kubeconfig');
    await fake.writeKubeconfig('token-1');
    return fake;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  answer(...answers: FakeAnswer[]): void {
    this.#answers = answers;
    this.received.length = 0;
  }

  async writeKubeconfig(token: string): Promise<void> {
    const kubeconfig = {
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [
        {
          name: 'fake',
          // plain HTTP is only accepted with this
          cluster: { server: this.url, 'insecure-skip-tls-verify': true },
        },
      ],
      users: [{ name: 'portal', user: { token } }],
      contexts: [
        { name: 'fake', context: { cluster: 'fake', user: 'portal' } },
      ],
      'current-context': 'fake',
    };
    await writeFile(this.kubeconfigFile, JSON.stringify(kubeconfig));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
    await rm(this.#folder, { recursive: true });
  }

  async #handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const text = Buffer.concat(chunks).toString();
    const url = new URL(request.url ?? '/', this.url);
    this.received.push({
      method: request.method ?? '',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      authorization: request.headers.authorization,
      contentType: request.headers['content-type'],
      body: text ? JSON.parse(text) : undefined,
      connection: request.socket.remotePort ?? 0,
    });
    const answer =
      this.#answers.length > 1 ? this.#answers.shift() : this.#answers[0];
    if (answer === 'hang') {
      return;
    }
    if (answer === 'drop' || !answer) {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status ?? 200, {
      'content-type': 'application/json',
      ...answer.headers,
    });
    response.end(
      typeof answer.body === 'string'
        ? answer.body
        : JSON.stringify(answer.body ?? {}),
    );
  }
}

/** An error as Kubernetes answers it. */
export function buildStatus(
  status: number,
  reason: string,
  message = `recorded: ${reason}`,
  details: Record<string, unknown> = {},
): FakeAnswer {
  return {
    status,
    body: {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message,
      reason,
      details,
      code: status,
    },
  };
}
