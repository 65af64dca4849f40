import { createHash } from 'node:crypto';
import type { AuditVerification } from '@nerds/plugin-audit-log-common';

/** Both ends of the chain, as the database keeps them. @internal */
export interface ChainEnds {
  /** The last event that expired; 0 when none did. */
  anchor: { sequence: number; hash: string };
  head: { sequence: number; hash: string };
}

/** An event as it was hashed. @internal */
export interface ChainLink {
  sequence: number;
  hash: string;
  /** The text that the hash is over. */
  payload: string;
}

const GENESIS_HASH = '0'.repeat(64);

/**
 * Computes the hashes of the chain again, one event after the other.
 *
 * @internal
 */
export class ChainCheck {
  readonly #ends: ChainEnds;
  #last: { sequence: number; hash: string };
  #checkedCount = 0;
  #broken: { brokenAt: number; problem: string } | undefined;

  constructor(ends: ChainEnds) {
    this.#ends = ends;
    this.#last = ends.anchor;
    if (ends.anchor.sequence === 0 && ends.anchor.hash !== GENESIS_HASH) {
      this.#break(1, 'the chain does not begin at its beginning');
    }
  }

  /** False from the first event that is not what it was. */
  get isIntact(): boolean {
    return this.#broken === undefined;
  }

  get lastSequence(): number {
    return this.#last.sequence;
  }

  /** Checks the next event, in the order of their sequences. */
  add(link: ChainLink): void {
    if (this.#broken) return;
    const wanted = this.#last.sequence + 1;
    if (link.sequence !== wanted) {
      this.#break(wanted, 'the event is missing');
      return;
    }
    const hash = createHash('sha256')
      .update(`${this.#last.hash}:${wanted}:${link.payload}`)
      .digest('hex');
    if (hash !== link.hash) {
      this.#break(
        wanted,
        'the event is not what was written, or the one before it was changed',
      );
      return;
    }
    this.#last = { sequence: wanted, hash };
    this.#checkedCount += 1;
  }

  /** The outcome, when all events were added. */
  finish(checkedAt: Date): AuditVerification {
    const { head, anchor } = this.#ends;
    const last = this.#last;
    if (last.sequence !== head.sequence || last.hash !== head.hash) {
      this.#break(
        last.sequence + 1,
        'the last events are missing, or the head of the chain was changed',
      );
    }
    const isEmpty = this.#checkedCount === 0;
    return {
      state: this.#broken ? 'broken' : 'intact',
      checkedCount: this.#checkedCount,
      ...(!isEmpty && {
        firstSequence: anchor.sequence + 1,
        lastSequence: last.sequence,
        lastHash: last.hash,
      }),
      ...this.#broken,
      checkedAt: checkedAt.toISOString(),
    };
  }

  #break(brokenAt: number, problem: string): void {
    this.#broken ??= { brokenAt, problem };
  }
}
