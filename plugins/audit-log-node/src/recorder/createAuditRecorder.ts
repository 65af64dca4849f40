import type {
  LoggerService,
  RootConfigService,
  RootLifecycleService,
} from '@backstage/backend-plugin-api';
import { readAuditLogConfig } from '../config';
import { PostgresAuditLogStore } from '../store/PostgresAuditLogStore';
import type { AuditRecorder } from './AuditRecorder';
import { QueueingAuditRecorder } from './QueueingAuditRecorder';

/**
 * The recorder of this process, on the database of the audit log.
 *
 * @param options - the lifecycle tells when what waits has to be stored
 * @public
 */
export function createAuditRecorder(options: {
  config: RootConfigService;
  logger: LoggerService;
  lifecycle: RootLifecycleService;
}): AuditRecorder {
  const logger = options.logger.child({ service: 'audit-log' });
  const { connection } = readAuditLogConfig(options.config);
  const recorder = new QueueingAuditRecorder({
    store: new PostgresAuditLogStore(connection, logger),
    logger,
  });
  recorder.start();
  options.lifecycle.addShutdownHook(() => recorder.stop());
  return recorder;
}
