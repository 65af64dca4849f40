import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { generators } from 'openid-client';
import { SealedBox } from './SealedBox';

const COOKIE = 'oidc-sign-in';
/** Time to find one's second factor; the same as that of Backstage's own nonce. */
const LIFETIME_MS = 10 * 60 * 1000;

/** What the portal has to remember while a person is at the provider. */
interface Transaction {
  stateHash: string;
  nonce: string;
  codeVerifier: string;
  startedAt: number;
}

const hash = (text: string) =>
  createHash('sha256').update(text).digest('base64url');

/**
 * Ties the provider's answer to the browser that asked, without a session in
 * the database: anybody can begin a sign-in, so beginning one may not cost us
 * storage.
 *
 * @internal
 */
export class SignInTransactions {
  readonly #box: SealedBox<Transaction>;
  readonly #path: string;
  readonly #secure: boolean;

  /** @param options - `secret` shared by all replicas; `callbackUrl` is where the provider sends people */
  constructor(options: { secret: string; callbackUrl: string }) {
    const { pathname, protocol } = new URL(options.callbackUrl);
    this.#box = new SealedBox(options.secret, 'oidc sign-in');
    this.#path = pathname.slice(0, pathname.lastIndexOf('/'));
    this.#secure = protocol === 'https:';
  }

  /** Remembers in the browser that it asked. */
  begin(req: Request, state: string): { nonce: string; codeChallenge: string } {
    const nonce = generators.nonce();
    const codeVerifier = generators.codeVerifier();
    req.res?.cookie(
      COOKIE,
      this.#box.seal({
        stateHash: hash(state),
        nonce,
        codeVerifier,
        startedAt: Date.now(),
      }),
      { ...this.#cookieOptions(), maxAge: LIFETIME_MS },
    );
    return { nonce, codeChallenge: generators.codeChallenge(codeVerifier) };
  }

  /** @returns what the browser asked with, when this is the answer to it */
  find(
    req: Request,
  ): { state: string; nonce: string; codeVerifier: string } | undefined {
    const sealed: unknown = req.cookies?.[COOKIE];
    const state: unknown = req.query.state;
    if (typeof sealed !== 'string' || typeof state !== 'string') {
      return undefined;
    }
    const transaction = this.#box.open(sealed);
    if (
      !transaction ||
      Date.now() > transaction.startedAt + LIFETIME_MS ||
      !isSame(transaction.stateHash, hash(state))
    ) {
      return undefined;
    }
    const { nonce, codeVerifier } = transaction;
    return { state, nonce, codeVerifier };
  }

  /** One answer per question. */
  end(req: Request): void {
    req.res?.clearCookie(COOKIE, this.#cookieOptions());
  }

  #cookieOptions() {
    return {
      httpOnly: true,
      // the provider's redirect is a navigation from another site
      sameSite: 'lax',
      secure: this.#secure,
      path: this.#path,
    } as const;
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
