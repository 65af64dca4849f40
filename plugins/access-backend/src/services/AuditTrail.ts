import type {
  AuditorService,
  AuditorServiceEvent,
} from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Caller } from './Caller';

/** Something to write down. Its meta never holds what people write themselves. @internal */
export interface AuditedEvent {
  eventId: string;
  severityLevel: 'low' | 'medium' | 'high';
  meta: JsonObject;
}

/** Writes changes and refusals to the audit log, with who asked and for what. @internal */
export class AuditTrail {
  constructor(private readonly auditor: AuditorService) {}

  /** Writes a change down, whether it succeeds or not. */
  async auditChange<T>(
    caller: Caller,
    event: AuditedEvent,
    change: () => Promise<T>,
    toMeta: (result: T) => JsonObject = () => ({}),
  ): Promise<T> {
    const audited = await this.createEvent(caller, event);
    try {
      const result = await change();
      await audited.success({ meta: toMeta(result) });
      return result;
    } catch (error) {
      await audited.fail({ error: toAuditError(error) });
      throw error;
    }
  }

  /** Writes a look down only when it is refused or fails. */
  async auditRefusal<T>(
    caller: Caller,
    meta: JsonObject,
    look: () => Promise<T>,
  ): Promise<T> {
    try {
      return await look();
    } catch (error) {
      const event: AuditedEvent = {
        eventId: 'fetch',
        severityLevel: 'low',
        meta,
      };
      const audited = await this.createEvent(caller, event);
      await audited.fail({ error: toAuditError(error) });
      throw error;
    }
  }

  /** An action has no request to tell who asks, so the person is named in any case. */
  createEvent(
    caller: Caller,
    { meta, ...event }: AuditedEvent,
  ): Promise<AuditorServiceEvent> {
    return this.auditor.createEvent({
      ...event,
      request: caller.auditRequest,
      meta: { ...meta, actor: caller.userEntityRef },
    });
  }
}

/** @internal */
export function toAuditError(error: unknown): Error {
  return isError(error) ? (error as Error) : new Error(String(error));
}
