import type {
  AuditEvent,
  AuditVerification,
} from '@nerds/plugin-audit-log-common';

/** A cluster that was deleted, unless told otherwise. */
export function buildEvent(changes: Partial<AuditEvent> = {}): AuditEvent {
  return {
    act: 'free-tier.cluster-delete',
    object: 'cluster:0b6f1c1e-0000-4000-8000-000000000001',
    result: 'succeeded',
    origin: {
      address: '10.1.2.3',
      method: 'DELETE',
      path: '/api/free-tier/v1/clusters/0b6f1c1e',
      userAgent: 'Firefox/140',
    },
    actor: 'user:default/dev-burgerzaken',
    at: '2026-10-01T12:03:04.567Z',
    sequence: 7,
    hash: 'a'.repeat(64),
    severity: 'high',
    plugin: 'free-tier',
    correlationId: 'c0ffee00-0000-4000-8000-000000000001',
    teams: ['group:default/burgerzaken'],
    details: { name: 'balie' },
    ...changes,
  };
}

/** An outcome without a finding, unless told otherwise. */
export function buildVerification(
  changes: Partial<AuditVerification> = {},
): AuditVerification {
  return {
    state: 'intact',
    checkedCount: 1204,
    firstSequence: 1,
    lastSequence: 1204,
    lastHash: 'b'.repeat(64),
    checkedAt: '2026-10-01T12:03:04.567Z',
    ...changes,
  };
}
