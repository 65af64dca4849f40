import { once } from 'node:events';
import {
  connect,
  createServer,
  type AddressInfo,
  type Server,
  type Socket,
} from 'node:net';

/** Stands between a client and a server, and can be broken and mended. */
export class BreakableProxy {
  #sockets = new Set<Socket>();
  #isBroken = false;

  private constructor(private readonly server: Server) {}

  /** @param target - URL of the server */
  static async start(target: string): Promise<BreakableProxy> {
    const { hostname, port } = new URL(target);
    const server = createServer();
    const proxy = new BreakableProxy(server);
    server.on('connection', client => {
      if (proxy.#isBroken) {
        client.destroy();
        return;
      }
      const upstream = connect(Number(port), hostname);
      for (const [from, to] of [
        [client, upstream],
        [upstream, client],
      ]) {
        proxy.#sockets.add(from);
        from.pipe(to);
        from.on('error', () => to.destroy());
        from.on('close', () => {
          proxy.#sockets.delete(from);
          to.destroy();
        });
      }
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `https://127.0.0.1:${port}`;
  }

  break(): void {
    this.#isBroken = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#isBroken = false;
  }

  async stop(): Promise<void> {
    this.break();
    this.server.close();
    await once(this.server, 'close');
  }
}
