import { DefaultAuditorService } from '@backstage/backend-defaults/auditor';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { getRequestContext } from '@nerds/request-context';
import { toAuditEvent } from '../domain/toAuditEvent';
import { auditRecorderServiceRef } from '../recorder/auditRecorderServiceRef';
import { createEventLogger } from './createEventLogger';
import { RecordingAuditorService } from './RecordingAuditorService';

/**
 * The auditor of every plugin: a line in the ordinary log as always, and the
 * end of each act in the audit log.
 *
 * @public
 */
export const auditorServiceFactory = createServiceFactory({
  service: coreServices.auditor,
  deps: {
    config: coreServices.rootConfig,
    logger: coreServices.logger,
    auth: coreServices.auth,
    httpAuth: coreServices.httpAuth,
    plugin: coreServices.pluginMetadata,
    recorder: auditRecorderServiceRef,
  },
  factory({ config, logger, auth, httpAuth, plugin, recorder }) {
    const logEvent = createEventLogger(logger, config);
    const inner = DefaultAuditorService.create(
      async event => {
        logEvent(event);
        const auditEvent = toAuditEvent(event, {
          at: new Date(),
          context: getRequestContext(),
        });
        if (auditEvent) await recorder.record(auditEvent);
      },
      { auth, httpAuth, plugin },
    );
    return new RecordingAuditorService({
      inner,
      recorder,
      pluginId: plugin.getId(),
    });
  },
});
