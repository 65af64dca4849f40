import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { AuditRecorder } from './AuditRecorder';
import { createAuditRecorder } from './createAuditRecorder';

/**
 * Writes to the audit log from anywhere, also from services that are not of
 * one plugin. Plugins use `coreServices.auditor`, which ends up here.
 *
 * @public
 */
export const auditRecorderServiceRef = createServiceRef<AuditRecorder>({
  id: 'nerds.audit-log.recorder',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.rootLogger,
        lifecycle: coreServices.rootLifecycle,
      },
      factory: deps => createAuditRecorder(deps),
    }),
});
