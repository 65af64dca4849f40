import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
} from 'node:http';
import { createServer, type Server as TlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { TestAuthority } from './TestAuthority';

const LOGIN_HOST = 'login.microsoftonline.com';

/**
 * The proxy through which this process reaches the sign-in of Microsoft, and
 * nothing else: the client has its address built in.
 */
export class LoginProxy {
  readonly #earlier = {
    HTTPS_PROXY: process.env.HTTPS_PROXY,
    NO_PROXY: process.env.NO_PROXY,
  };
  readonly #proxy: Server = createHttpServer();
  #authority?: TestAuthority;
  #login?: TlsServer;

  async start(answer: RequestListener): Promise<void> {
    this.#authority = await TestAuthority.create({ dns: [LOGIN_HOST] });
    this.#login = createServer(this.#authority.tls, answer);
    this.#proxy.on('connect', (request, socket) =>
      this.#connect(request, socket),
    );
    await new Promise<void>(resolve => {
      this.#proxy.listen(0, '127.0.0.1', resolve);
    });
    const { port } = this.#proxy.address() as AddressInfo;
    process.env.HTTPS_PROXY = `http://127.0.0.1:${port}`;
    process.env.NO_PROXY = '';
  }

  stop(): void {
    for (const [name, value] of Object.entries(this.#earlier)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    this.#authority?.distrust();
    this.#login?.closeAllConnections();
    this.#proxy.closeAllConnections();
    this.#proxy.close();
  }

  #connect({ url }: IncomingMessage, socket: Duplex): void {
    if (url === `${LOGIN_HOST}:443`) {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      this.#login?.emit('connection', socket);
    } else {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    }
  }
}
