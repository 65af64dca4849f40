import type { AuditorService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type {
  AuditEvent,
  AuditEventPage,
  AuditVerification,
} from '@nerds/plugin-audit-log-common';
import type { EventFilter } from '../domain/EventQuery';
import type {
  AuditLogService,
  Caller,
  EventExportQuery,
  EventPageQuery,
} from './AuditLogService';

/** Puts who took the log away, had it checked or was refused on record. @internal */
export class AuditedAuditLogService implements AuditLogService {
  constructor(
    private readonly inner: AuditLogService,
    private readonly auditor: AuditorService,
  ) {}

  async listEvents(
    query: EventPageQuery,
    caller: Caller,
  ): Promise<AuditEventPage> {
    try {
      return await this.inner.listEvents(query, caller);
    } catch (error) {
      const event = await this.#createEvent(caller, 'event-fetch', 'low', {
        filter: toMeta(query.filter),
      });
      await event.fail({ error: toError(error) });
      throw error;
    }
  }

  async *exportEvents(
    query: EventExportQuery,
    caller: Caller,
  ): AsyncGenerator<AuditEvent[]> {
    const event = await this.#createEvent(caller, 'event-export', 'medium', {
      format: query.format,
      filter: toMeta(query.filter),
    });
    let count = 0;
    let isComplete = false;
    let failure: Error | undefined;
    try {
      for await (const batch of this.inner.exportEvents(query, caller)) {
        count += batch.length;
        yield batch;
      }
      isComplete = true;
    } catch (error) {
      failure = toError(error);
      throw error;
    } finally {
      // also when the caller goes away half-way: what was sent, was sent
      if (failure) await event.fail({ error: failure, meta: { count } });
      else await event.success({ meta: { count, isComplete } });
    }
  }

  async verifyChain(caller: Caller): Promise<AuditVerification> {
    const event = await this.#createEvent(caller, 'chain-verify', 'medium', {});
    try {
      const verification = await this.inner.verifyChain(caller);
      const { state, checkedCount, brokenAt = null } = verification;
      await event.success({ meta: { state, checkedCount, brokenAt } });
      return verification;
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  }

  #createEvent(
    caller: Caller,
    eventId: string,
    severityLevel: 'low' | 'medium',
    meta: JsonObject,
  ) {
    return this.auditor.createEvent({
      eventId,
      severityLevel,
      request: caller.request,
      meta: {
        ...meta,
        actor: caller.userEntityRef,
        object: 'audit-log:events',
      },
    });
  }
}

function toMeta(filter: EventFilter): JsonObject {
  return JSON.parse(JSON.stringify(filter));
}

function toError(error: unknown): Error {
  return isError(error) ? (error as Error) : new Error(String(error));
}
