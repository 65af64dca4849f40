import type { AuditorService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Caller } from './Caller';
import type { ErrorPage, SourceService } from './SourceService';

/** Writes every run that somebody asks for and every refusal to the audit log. @internal */
export class AuditedSourceService implements SourceService {
  constructor(
    private readonly inner: SourceService,
    private readonly auditor: AuditorService,
  ) {}

  async listSources(caller: Caller) {
    return this.#auditRefusal(caller, { queryType: 'sources' }, () =>
      this.inner.listSources(caller),
    );
  }

  async getSource(id: string, caller: Caller) {
    const meta = { queryType: 'source', object: toObject(id) };
    return this.#auditRefusal(caller, meta, () =>
      this.inner.getSource(id, caller),
    );
  }

  async listRuns(sourceId: string, caller: Caller) {
    const meta = { queryType: 'runs', object: toObject(sourceId) };
    return this.#auditRefusal(caller, meta, () =>
      this.inner.listRuns(sourceId, caller),
    );
  }

  async getRun(id: string, page: ErrorPage, caller: Caller) {
    return this.#auditRefusal(caller, { queryType: 'run' }, () =>
      this.inner.getRun(id, page, caller),
    );
  }

  async requestRun(sourceId: string, caller: Caller) {
    const event = await this.auditor.createEvent({
      eventId: 'run-create',
      severityLevel: 'medium',
      request: caller.auditRequest,
      meta: { object: toObject(sourceId) },
    });
    try {
      await this.inner.requestRun(sourceId, caller);
      await event.success();
    } catch (error) {
      await event.fail({ error: toAuditError(error) });
      throw error;
    }
  }

  async #auditRefusal<T>(
    caller: Caller,
    meta: JsonObject,
    look: () => Promise<T>,
  ): Promise<T> {
    try {
      return await look();
    } catch (error) {
      const event = await this.auditor.createEvent({
        eventId: 'fetch',
        severityLevel: 'low',
        request: caller.auditRequest,
        meta,
      });
      await event.fail({ error: toAuditError(error) });
      throw error;
    }
  }
}

function toObject(sourceId: string): string {
  return `catalog-source:${sourceId}`;
}

function toAuditError(error: unknown): Error {
  return isError(error) ? (error as Error) : new Error(String(error));
}
