export { auditRecorderServiceRef } from './recorder/auditRecorderServiceRef';
export type { AuditRecorder, NewAuditEvent } from './recorder/AuditRecorder';
export { createAuditRecorder } from './recorder/createAuditRecorder';
