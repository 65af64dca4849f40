import type {
  AuditEvent,
  AuditEventPage,
  AuditVerification,
} from '@nerds/plugin-audit-log-common';
import type { AuditEventStore } from '../database/AuditEventStore';
import { ChainCheck } from '../domain/ChainCheck';
import { encodeCursor } from '../domain/cursor';
import type {
  AuditLogService,
  EventExportQuery,
  EventPageQuery,
} from './AuditLogService';

/** The audit log for who may see it. @internal */
export class DefaultAuditLogService implements AuditLogService {
  #verification: Promise<AuditVerification> | undefined;

  constructor(
    private readonly store: AuditEventStore,
    private readonly now: () => Date,
  ) {}

  async listEvents(query: EventPageQuery): Promise<AuditEventPage> {
    const { filter, criteria, before, limit } = query;
    // one more than asked for tells whether there is a next page
    const events = await this.store.listEvents(
      { filter, criteria },
      { before, limit: limit + 1 },
    );
    const items = events.slice(0, limit);
    return events.length > limit
      ? { items, nextCursor: encodeCursor(items[limit - 1].sequence) }
      : { items };
  }

  exportEvents({
    filter,
    criteria,
  }: EventExportQuery): AsyncGenerator<AuditEvent[]> {
    return this.store.iterateEvents({ filter, criteria });
  }

  /** It reads the whole log, so who asks while it runs gets the same outcome. */
  async verifyChain(): Promise<AuditVerification> {
    this.#verification ??= this.#verify().finally(() => {
      this.#verification = undefined;
    });
    return this.#verification;
  }

  async #verify(): Promise<AuditVerification> {
    let check: ChainCheck | undefined;
    await this.store.readChain(
      ends => {
        check = new ChainCheck(ends);
      },
      links => links.forEach(link => check?.add(link)),
    );
    if (!check) throw new Error('The chain has no ends');
    return check.finish(this.now());
  }
}
