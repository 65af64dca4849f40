import type {
  AuditRecorder,
  NewAuditEvent,
} from '@nerds/plugin-audit-log-node';

const MINUTE_MS = 60_000;

/** More addresses than this at once are an attack from everywhere; they count as one. */
const MAX_ADDRESSES = 10_000;

interface Count {
  since: number;
  recorded: number;
  left: number;
}

/**
 * Puts what was refused on record, so much per address that nobody can fill
 * the audit log by being refused; the rest of a minute is one event with a count.
 *
 * @internal
 */
export class RefusalLog {
  readonly #recorder: AuditRecorder;
  readonly #perMinute: number;
  readonly #counts = new Map<string, Count>();

  constructor(options: { recorder: AuditRecorder; perMinute: number }) {
    this.#recorder = options.recorder;
    this.#perMinute = options.perMinute;
  }

  /** @param now - milliseconds since the epoch */
  async record(event: NewAuditEvent, now: number): Promise<void> {
    const count = this.#countOf(event.origin.address, now);
    if (count.recorded < this.#perMinute) {
      count.recorded += 1;
      await this.#recorder.record(event);
    } else {
      count.left += 1;
    }
  }

  /**
   * Ends the minutes that are over. Call this regularly, and at the end with
   * `Infinity`.
   */
  async flush(now: number): Promise<void> {
    for (const [address, count] of this.#counts) {
      if (now - count.since < MINUTE_MS) continue;
      this.#counts.delete(address);
      if (count.left > 0) {
        await this.#recorder.record(toSummary(address, count.left));
      }
    }
  }

  #countOf(address: string | undefined, now: number): Count {
    const known = this.#counts.get(address ?? '');
    if (known) return known;
    const key = this.#counts.size < MAX_ADDRESSES ? address ?? '' : '';
    const count = this.#counts.get(key) ?? { since: now, recorded: 0, left: 0 };
    this.#counts.set(key, count);
    return count;
  }
}

function toSummary(address: string, count: number): NewAuditEvent {
  return {
    act: 'front-door.requests-refused',
    result: 'refused',
    origin: address === '' ? {} : { address },
    actor: 'unknown',
    at: new Date().toISOString(),
    severity: 'high',
    plugin: 'front-door',
    teams: [],
    reason: 'TooManyRefusals',
    details: { count },
  };
}
