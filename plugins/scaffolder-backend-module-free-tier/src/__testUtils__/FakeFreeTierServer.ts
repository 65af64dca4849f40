import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came in. */
export interface ReceivedRequest {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body?: unknown;
}

/** What the server answers; without a status the connection is dropped. */
export interface PreparedAnswer {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/**
 * A free tier on a port of its own: answers what a test prepared, in order (the
 * last answer stays), and remembers what it was asked.
 */
export class FakeFreeTierServer {
  readonly requests: ReceivedRequest[] = [];
  private answers: PreparedAnswer[] = [];
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', chunk => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        this.requests.push({
          method: request.method ?? '',
          path: request.url ?? '',
          headers: request.headers,
          body: text ? JSON.parse(text) : undefined,
        });
        const answer =
          this.answers.length > 1 ? this.answers.shift() : this.answers[0];
        if (!answer?.status) {
          request.socket.destroy();
          return;
        }
        response.writeHead(answer.status, {
          'Content-Type': 'application/json',
          ...answer.headers,
        });
        response.end(
          typeof answer.body === 'string'
            ? answer.body
            : JSON.stringify(answer.body),
        );
      });
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
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/api/free-tier`;
  }

  prepare(...answers: PreparedAnswer[]) {
    this.answers = answers;
    this.requests.length = 0;
  }
}
