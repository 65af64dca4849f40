import type { PermissionsService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  auditLogEventReadPermission,
  auditLogVerifyPermission,
  type AuditEvent,
  type AuditEventPage,
  type AuditVerification,
} from '@nerds/plugin-audit-log-common';
import type { EventCriteria } from '../domain/EventQuery';
import { problems } from '../domain/problems';
import { toEventCriteria } from '../permissions/eventRules';
import type {
  AuditLogService,
  Caller,
  EventExportQuery,
  EventPageQuery,
} from './AuditLogService';

/** Shows people what the policy lets them see, and nothing else. @internal */
export class AuthorizedAuditLogService implements AuditLogService {
  constructor(
    private readonly inner: AuditLogService,
    private readonly permissions: PermissionsService,
  ) {}

  async listEvents(
    query: EventPageQuery,
    caller: Caller,
  ): Promise<AuditEventPage> {
    const criteria = await this.#requireReadable(caller);
    return this.inner.listEvents({ ...query, criteria }, caller);
  }

  async *exportEvents(
    query: EventExportQuery,
    caller: Caller,
  ): AsyncGenerator<AuditEvent[]> {
    const criteria = await this.#requireReadable(caller);
    yield* this.inner.exportEvents({ ...query, criteria }, caller);
  }

  async verifyChain(caller: Caller): Promise<AuditVerification> {
    const [decision] = await this.permissions.authorize(
      [{ permission: auditLogVerifyPermission }],
      { credentials: caller.credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw problems.problem(403, 'not-allowed');
    }
    return this.inner.verifyChain(caller);
  }

  /** @returns undefined when the caller may see everything */
  async #requireReadable({
    credentials,
  }: Caller): Promise<EventCriteria | undefined> {
    const [decision] = await this.permissions.authorizeConditional(
      [{ permission: auditLogEventReadPermission }],
      { credentials },
    );
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return undefined;
      case AuthorizeResult.CONDITIONAL:
        return toEventCriteria(decision.conditions);
      default:
        throw problems.problem(403, 'not-allowed');
    }
  }
}
