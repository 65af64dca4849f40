import type {
  AuditEvent,
  AuditEventPage,
  AuditVerification,
} from '@nerds/plugin-audit-log-common';
import {
  AuditLogApiError,
  type AuditEventQuery,
  type AuditExportFormat,
  type AuditLogApi,
} from '../api';
import { buildVerification } from './builders';

/** A refusal of the API with a sentence for people. */
export function buildApiError(status: number, detail: string) {
  return new AuditLogApiError(status, {
    title: 'Refused',
    status,
    detail,
    code: 'not-allowed',
  });
}

/** The audit log in memory; set its fields to what a test needs. */
export class FakeAuditLogApi implements AuditLogApi {
  /** Page by page, newest first. */
  pages: AuditEvent[][] = [[]];
  verification: AuditVerification = buildVerification();
  /** When set every call fails with it. */
  failure?: Error;
  /** When set no call is ever answered. */
  isSilent = false;
  readonly calls: { name: string; input: unknown[] }[] = [];

  listEvents(query: AuditEventQuery, cursor?: string): Promise<AuditEventPage> {
    const index = cursor ? Number(cursor) : 0;
    const nextCursor =
      index + 1 < this.pages.length ? `${index + 1}` : undefined;
    return this.answer('listEvents', [query, cursor], {
      items: this.pages[index],
      nextCursor,
    });
  }

  exportEvents(query: AuditEventQuery, format: AuditExportFormat) {
    return this.answer('exportEvents', [query, format], new Blob([format]));
  }

  verifyChain() {
    return this.answer('verifyChain', [], this.verification);
  }

  /** What was asked of one method, call by call. */
  inputsOf(name: string): unknown[][] {
    return this.calls
      .filter(call => call.name === name)
      .map(call => call.input);
  }

  private async answer<T>(name: string, input: unknown[], value: T) {
    this.calls.push({ name, input });
    if (this.isSilent) return new Promise<T>(() => {});
    if (this.failure) throw this.failure;
    return value;
  }
}
