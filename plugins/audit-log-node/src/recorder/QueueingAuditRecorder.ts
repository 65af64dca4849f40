import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { getRequestContext } from '@nerds/request-context';
import { sanitizeAuditEvent } from '../domain/sanitizeAuditEvent';
import {
  EventRefusedError,
  type AuditLogStore,
  type IdentifiedEvent,
} from '../store/AuditLogStore';
import type { AuditRecorder, NewAuditEvent } from './AuditRecorder';

/** Some 10 MB at worst; at a busy ten events a second, more than a quarter of an hour. */
const QUEUE_LIMIT = 10_000;
const RETRY_MS = { first: 1_000, longest: 30_000 };
/** How long a portal that stops goes on trying to store what waits. */
const FLUSH_TIMEOUT_MS = 5_000;

/**
 * Stores events at once, and keeps them while the store cannot be reached.
 *
 * @remarks
 * Order is kept: as long as anything waits, what comes later waits behind it.
 * An append whose answer got lost is sent again; the store knows it by its id.
 * What waits is lost when the process is killed, and so is what comes when the
 * queue is full; the second is put on record when the store is back.
 *
 * @internal
 */
export class QueueingAuditRecorder implements AuditRecorder {
  readonly #store: AuditLogStore;
  readonly #logger: LoggerService;
  readonly #retryMs: typeof RETRY_MS;
  readonly #queueLimit: number;
  readonly #stopping = new AbortController();
  readonly #queue: IdentifiedEvent[] = [];
  #lostCount = 0;
  /** There while the store is down; ends when it is up again and nothing waits. */
  #recovery: Promise<void> | undefined;

  constructor(options: {
    store: AuditLogStore;
    logger: LoggerService;
    retryMs?: typeof RETRY_MS;
    queueLimit?: number;
  }) {
    this.#store = options.store;
    this.#logger = options.logger;
    this.#retryMs = options.retryMs ?? RETRY_MS;
    this.#queueLimit = options.queueLimit ?? QUEUE_LIMIT;
  }

  /** Finds out whether the store is there, before the first change is asked for. */
  start(): void {
    this.#store.ping().catch(error => this.#recover(error));
  }

  async record(event: NewAuditEvent): Promise<void> {
    const context = getRequestContext();
    if (context) context.auditEventCount += 1;
    const identified = { id: randomUUID(), ...sanitizeAuditEvent(event) };
    if (this.#recovery) {
      this.#enqueue(identified);
      return;
    }
    try {
      await this.#append(identified);
    } catch (error) {
      this.#enqueue(identified);
      this.#recover(error);
    }
  }

  requireAvailable(): void {
    if (this.#recovery) {
      throw new ServiceUnavailableError(
        'The audit log cannot be reached, so nothing can be changed now. Try again later.',
      );
    }
  }

  /** Stores what waits if that can be done soon, and lets go of the store. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#recovery;
    const deadline = AbortSignal.timeout(FLUSH_TIMEOUT_MS);
    const flush = this.#drain(deadline).catch(() => {
      // still down; what is lost is counted below
    });
    await Promise.race([
      flush,
      sleep(FLUSH_TIMEOUT_MS, undefined, { ref: false }),
    ]);
    if (this.#queue.length > 0) {
      this.#logger.error(
        `${
          this.#queue.length
        } events could not be stored in the audit log before the portal stopped; they are in this log only`,
      );
    }
    await this.#store.close();
  }

  #enqueue(event: IdentifiedEvent): void {
    if (this.#queue.length < this.#queueLimit) {
      this.#queue.push(event);
      return;
    }
    this.#lostCount += 1;
    this.#logger.error(
      `The queue of the audit log is full; ${event.act} by ${event.actor} is in this log only`,
    );
  }

  #recover(error: unknown): void {
    if (this.#recovery) return;
    this.#logger.error(
      'The audit log cannot be reached; changes are refused until it can',
      error as Error,
    );
    this.#recovery = this.#retryUntilUp();
  }

  async #retryUntilUp(): Promise<void> {
    let delayMs = this.#retryMs.first;
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await sleep(delayMs, undefined, { signal }).catch(() => {
        // the portal stops; `stop` makes the last try
      });
      delayMs = Math.min(delayMs * 2, this.#retryMs.longest);
      try {
        await this.#store.ping();
        do {
          await this.#drain(signal);
        } while (this.#queue.length > 0 && !signal.aborted);
        // at once after the queue was seen empty: nothing stays behind in it
        this.#recovery = undefined;
        this.#logger.info('The audit log can be reached again');
        return;
      } catch {
        // logged when it went down; tried again
      }
    }
  }

  async #drain(signal: AbortSignal): Promise<void> {
    while (this.#queue.length > 0 && !signal.aborted) {
      await this.#append(this.#queue[0]);
      this.#queue.shift();
    }
    if (this.#lostCount > 0 && !signal.aborted) {
      await this.#append({
        id: randomUUID(),
        act: 'audit-log.events-lost',
        result: 'failed',
        origin: {},
        actor: 'plugin:audit-log',
        at: new Date().toISOString(),
        severity: 'critical',
        plugin: 'audit-log',
        teams: [],
        details: { count: this.#lostCount },
      });
      this.#lostCount = 0;
    }
  }

  /** An event that the store does not take is stored without what may be the cause. */
  async #append(event: IdentifiedEvent): Promise<void> {
    try {
      await this.#store.append(event);
    } catch (error) {
      if (!(error instanceof EventRefusedError)) throw error;
      this.#logger.error(
        `The audit log does not take all of ${event.act}`,
        error,
      );
      const { object: _object, details: _details, ...rest } = event;
      await this.#appendOrGiveUp({ ...rest, origin: {}, teams: [] });
    }
  }

  async #appendOrGiveUp(event: IdentifiedEvent): Promise<void> {
    try {
      await this.#store.append(event);
    } catch (error) {
      if (!(error instanceof EventRefusedError)) throw error;
      this.#logger.error(`The audit log does not take ${event.act}`, error);
    }
  }
}
