import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server is asked. */
export interface Question {
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  body: string;
}

/** Answers over HTTP on this machine. */
export abstract class LocalServer {
  /** With its port. */
  host = '';
  readonly #server: Server = createServer((request, response) => {
    this.#receive(request, response).catch(error => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });

  get origin(): string {
    return `http://${this.host}`;
  }

  async start(): Promise<void> {
    await new Promise<void>(resolve => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    this.host = `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await this.goDown();
  }

  /** From now on nobody listens at its address. */
  async goDown(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  protected abstract answer(question: Question, response: ServerResponse): void;

  async #receive(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    this.answer(
      {
        method: request.method ?? '',
        url: new URL(request.url ?? '/', this.origin),
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      },
      response,
    );
  }
}

export function answerJson(
  response: ServerResponse,
  status: number,
  body: unknown,
): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
}
