import { tokenTypes } from '@backstage/plugin-auth-node';
import { decodeJwt, decodeProtectedHeader } from 'jose';

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

interface Entry<V> {
  value: Promise<V>;
  untilMs: number;
}

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
  readonly #entries = new Map<string, Entry<V>>();
  readonly #now: () => number;
  readonly #maxTokens: number;

  /**
   * @param options - `now`: milliseconds since 1970; `maxTokens`: how many are
   *   kept, by default 5,000
   */
  constructor(options: { now: () => number; maxTokens?: number }) {
    this.#now = options.now;
    this.#maxTokens = options.maxTokens ?? DEFAULT_MAX_TOKENS;
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
    const now = this.#now();
    const id = `${purpose} ${token}`;
    const known = this.#entries.get(id);
    if (known && known.untilMs > now) return known.value;
    const untilMs = Math.min(now + FRESH_MS, readExpiry(token));
    const value = findOut();
    if (untilMs > now) this.#keep(id, { value, untilMs });
    return value;
  }

  #keep(id: string, entry: Entry<V>): void {
    // to the end, so that those that were kept first come first
    this.#entries.delete(id);
    this.#entries.set(id, entry);
    this.#dropOld();
    entry.value.catch(() => {
      if (this.#entries.get(id) === entry) this.#entries.delete(id);
    });
  }

  #dropOld(): void {
    const now = this.#now();
    for (const [id, { untilMs }] of this.#entries) {
      if (untilMs > now && this.#entries.size <= this.#maxTokens) return;
      this.#entries.delete(id);
    }
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
