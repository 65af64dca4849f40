import {
  createPermission,
  type BasicPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';

/** Type of the resource that the audit log permissions are about. @public */
export const AUDIT_LOG_EVENT_RESOURCE_TYPE = 'audit-log-event';

/** Read events of the audit log. Of which teams and persons is a condition. @public */
export const auditLogEventReadPermission: ResourcePermission<'audit-log-event'> =
  createPermission({
    name: 'audit-log.event.read',
    attributes: { action: 'read' },
    resourceType: AUDIT_LOG_EVENT_RESOURCE_TYPE,
  });

/** Have the chain of the audit log checked. @public */
export const auditLogVerifyPermission: BasicPermission = createPermission({
  name: 'audit-log.verify',
  attributes: { action: 'read' },
});

/** Every permission of the audit log. @public */
export const auditLogPermissions = [
  auditLogEventReadPermission,
  auditLogVerifyPermission,
];
