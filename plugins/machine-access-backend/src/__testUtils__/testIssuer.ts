import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  exportJWK,
  generateKeyPair,
  SignJWT,
  type JWK,
  type JWTPayload,
  type KeyLike,
} from 'jose';

/** A CI system that makes OIDC tokens, over HTTP on this machine. */
export class TestIssuer {
  /** Requests that it got, by path. */
  readonly requests: string[] = [];
  /** When set, every answer has this status. */
  status?: number;
  /** When set, the description names this issuer. */
  otherIssuer?: string;
  readonly #server: Server;
  #keys: JWK[] = [];
  #privateKey!: KeyLike;
  #kid = '';

  private constructor() {
    this.#server = createServer((req, res) => {
      const path = req.url ?? '';
      this.requests.push(path);
      res.writeHead(this.status ?? 200, { 'Content-Type': 'application/json' });
      res.end(
        JSON.stringify(
          path === '/keys'
            ? { keys: this.#keys }
            : {
                issuer: this.otherIssuer ?? this.url,
                jwks_uri: `${this.url}/keys`,
              },
        ),
      );
    });
  }

  static async start(): Promise<TestIssuer> {
    const issuer = new TestIssuer();
    await issuer.useNewKey('RS256');
    await new Promise<void>(resolve => {
      issuer.#server.listen(0, '127.0.0.1', resolve);
    });
    return issuer;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** The public key that it signs with now. */
  get publicKey(): JWK {
    return this.#keys[0];
  }

  async useNewKey(alg: string): Promise<void> {
    const { publicKey, privateKey } = await generateKeyPair(alg);
    this.#kid = `key-${Date.now()}-${Math.random()}`;
    this.#privateKey = privateKey;
    this.#keys = [{ ...(await exportJWK(publicKey)), kid: this.#kid, alg }];
  }

  /** A token as a job gets it; good for half an hour unless `claims` say else. */
  async sign(claims: JWTPayload & Record<string, unknown> = {}) {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({
      iss: this.url,
      aud: 'https://portaal.example',
      iat: now,
      exp: now + 1800,
      repository: 'burgerzaken/app',
      ref: 'refs/heads/main',
      ...claims,
    })
      .setProtectedHeader({ alg: String(this.publicKey.alg), kid: this.#kid })
      .sign(this.#privateKey);
  }
}
