import type {
  BackstageSignInResult,
  ProfileInfo,
} from '@backstage/plugin-auth-node';

/** More people than use one replica at the same time. */
const MAX_COUNT = 10_000;

/** What a person was given last. @internal */
export interface LastSignIn {
  result: BackstageSignInResult;
  profile: ProfileInfo;
}

function readExpiryMs(token: string): number {
  const [, payload] = token.split('.');
  const { exp } = JSON.parse(
    Buffer.from(payload, 'base64url').toString('utf8'),
  ) as { exp: number };
  return exp * 1000;
}

/**
 * Lets people who are signed in go on, also after reloading a page, while the
 * provider is down: they get the token that they have already, for as long as
 * it lasts and no longer.
 *
 * @remarks
 * In the memory of one replica. Who is served by another one meanwhile, or
 * after a restart, sees the page that says what is wrong.
 *
 * @internal
 */
export class LastSignIns {
  readonly #known = new Map<string, LastSignIn>();

  remember(sessionId: string, signIn: LastSignIn): void {
    this.#known.delete(sessionId);
    this.#known.set(sessionId, signIn);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MAX_COUNT) {
      this.#known.delete(oldest);
    }
  }

  /** @returns undefined also when its token has ended */
  find(sessionId: string): LastSignIn | undefined {
    const signIn = this.#known.get(sessionId);
    if (signIn && readExpiryMs(signIn.result.token) <= Date.now()) {
      this.#known.delete(sessionId);
      return undefined;
    }
    return signIn;
  }

  forget(sessionId: string): void {
    this.#known.delete(sessionId);
  }
}
