import { tokenTypes } from '@backstage/plugin-auth-node';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { LRUCache } from 'lru-cache';

/** How long what is known of a token counts, in milliseconds. @internal */
export const FRESH_MS = 60_000;

/** With more people and plugins than these, a token is checked again sooner. */
const DEFAULT_MAX_TOKENS = 5_000;

/** Tokens that the portal itself signs; how others are taken back is not known here. */
const OWN_TYPES: string[] = [
  tokenTypes.user.typParam,
  tokenTypes.limitedUser.typParam,
  tokenTypes.plugin.typParam,
];

/**
 * What the portal's own tokens proved: for a minute, and never longer than they
 * are valid.
 *
 * @remarks
 * The signature of a token does not change, and Backstage has no way to take a
 * token back: it ends by itself. Checking one takes as long as a good part of a
 * simple question, and a page asks many with the same token. A key that was
 * withdrawn counts for a minute more.
 *
 * @public
 */
export class KeptTokens<V> {
  readonly #known: LRUCache<string, Promise<V>>;
  readonly #now: () => number;

  /**
   * @param options - `now`: milliseconds since 1970; `maxTokens`: how many are
   *   kept, by default 5,000
   */
  constructor(options: { now: () => number; maxTokens?: number }) {
    const { now, maxTokens = DEFAULT_MAX_TOKENS } = options;
    this.#now = now;
    this.#known = new LRUCache({
      max: maxTokens,
      perf: { now },
      ttlResolution: 0,
    });
  }

  /**
   * What is known of a token, or is found out now. An error is not kept.
   *
   * @param request - `purpose`: what else the answer depends on
   */
  ask(request: {
    token: string;
    purpose: string;
    findOut: () => Promise<V>;
  }): Promise<V> {
    const { token, purpose, findOut } = request;
    const id = `${purpose} ${token}`;
    const known = this.#known.get(id);
    if (known) return known;
    const answer = findOut();
    const ttl = Math.min(FRESH_MS, readExpiry(token) - this.#now());
    if (ttl > 0) {
      this.#known.set(id, answer, { ttl });
      answer.catch(() => {
        if (this.#known.peek(id) === answer) this.#known.delete(id);
      });
    }
    return answer;
  }
}

/**
 * When a token of the portal ends, in milliseconds since 1970; 0 when it is
 * somebody else's, or says nothing of its end.
 *
 * @internal
 */
export function readExpiry(token: string): number {
  try {
    const { typ } = decodeProtectedHeader(token);
    if (!typ || !OWN_TYPES.includes(typ)) return 0;
    return (decodeJwt(token).exp ?? 0) * 1_000;
  } catch {
    // Not in the form of the portal's tokens; whoever checks it says so.
    return 0;
  }
}
