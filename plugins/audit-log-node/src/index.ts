export {
  auditorServiceFactory as default,
  auditorServiceFactory,
} from './auditor/auditorServiceFactory';
export { auditRecorderServiceRef } from './recorder/auditRecorderServiceRef';
export type { AuditRecorder, NewAuditEvent } from './recorder/AuditRecorder';
export { createAuditRecorder } from './recorder/createAuditRecorder';
export { readAuditLogConfig, type AuditLogOptions } from './config';
