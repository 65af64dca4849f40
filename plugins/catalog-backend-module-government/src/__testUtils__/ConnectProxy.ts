// @peculiar/x509 resolves its algorithms through decorators' metadata
import 'reflect-metadata';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, type AddressInfo } from 'node:net';
import * as x509 from '@peculiar/x509';

const DAY_MS = 24 * 60 * 60 * 1000;

async function listen(server: Server): Promise<number> {
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise(resolve => {
    server.close(resolve);
  });
}

/** A certificate for one name, with its key, that nobody has signed but itself. */
async function buildCertificate(name: string) {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await crypto.subtle.generateKey(algorithm, true, [
    'sign',
    'verify',
  ]);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: [{ CN: [name] }],
    keys,
    signingAlgorithm: algorithm,
    notBefore: new Date(Date.now() - DAY_MS),
    notAfter: new Date(Date.now() + DAY_MS),
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: name }]),
    ],
  });
  const key = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    cert: certificate.toString('pem'),
    key: x509.PemConverter.encode(key, 'PRIVATE KEY'),
  };
}

/**
 * The proxy of a network: it knows where one register is, whatever name it is
 * asked for, as a DNS that lies would.
 */
export class ConnectProxy {
  readonly asked: string[] = [];
  readonly authorizations: (string | undefined)[] = [];
  /** What the register was asked for. */
  readonly requests: string[] = [];
  /** What the proxy answers instead of a tunnel. */
  refusal?: string;
  url = '';

  private constructor(
    /** Of the register. */
    readonly certificate: string,
    private readonly register: Server,
    private readonly proxy: Server,
  ) {}

  static async start(registerName: string): Promise<ConnectProxy> {
    const identity = await buildCertificate(registerName);
    const register = createTlsServer(identity);
    const proxy = createServer();
    const started = new ConnectProxy(identity.cert, register, proxy);
    register.on('request', (request, response) => {
      started.requests.push(`${request.url} ${request.headers['x-api-key']}`);
      response.end('["gelezen"]');
    });
    const registerPort = await listen(register);
    proxy.on('connect', (request, socket) => {
      started.asked.push(request.url ?? '');
      started.authorizations.push(request.headers['proxy-authorization']);
      if (started.refusal) {
        socket.end(`HTTP/1.1 ${started.refusal}\r\n\r\n`);
        return;
      }
      const tunnel = connect(registerPort, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        tunnel.pipe(socket).pipe(tunnel);
      });
      // The client may hang up, as it does for a certificate of another name.
      tunnel.on('error', () => socket.destroy());
      socket.on('error', () => tunnel.destroy());
    });
    started.url = `http://127.0.0.1:${await listen(proxy)}`;
    return started;
  }

  async stop(): Promise<void> {
    await Promise.all([stop(this.proxy), stop(this.register)]);
  }
}
