export * from './AuditLogApi';
export * from './AuditLogApiError';
export { AuditLogClient } from './AuditLogClient';
