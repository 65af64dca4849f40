export { auditLogPlugin as default } from './plugin';
export * from './api';
export * from './routes';
export { auditLogTranslationRef } from './translation';
