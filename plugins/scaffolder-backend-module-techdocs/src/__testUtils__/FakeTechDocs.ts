import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

type Events = [type: string, data: unknown][];

/** Speaks what TechDocs answers while it makes documentation, over real HTTP. */
export class FakeTechDocs {
  readonly requests: IncomingMessage[] = [];
  private server?: Server;
  private answer: { status: number; events: Events; stays: boolean } = {
    status: 200,
    events: [],
    stays: false,
  };

  get url(): string {
    return `http://127.0.0.1:${(this.server!.address() as AddressInfo).port}`;
  }

  /** @param options - `stays` leaves the answer open after its events */
  prepare(events: Events, options: { status?: number; stays?: boolean } = {}) {
    this.requests.length = 0;
    this.answer = { status: 200, stays: false, ...options, events };
  }

  async start() {
    this.server = createServer((request, response) => {
      this.requests.push(request);
      const { status, events, stays } = this.answer;
      response.writeHead(status, { 'Content-Type': 'text/event-stream' });
      events.forEach(([type, data]) =>
        response.write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`),
      );
      if (stays) response.flushHeaders();
      else response.end();
    });
    await new Promise<void>(resolve => {
      this.server!.listen(0, '127.0.0.1', resolve);
    });
  }

  async stop() {
    this.server?.closeAllConnections();
    await new Promise(resolve => {
      this.server?.close(resolve);
    });
  }
}
