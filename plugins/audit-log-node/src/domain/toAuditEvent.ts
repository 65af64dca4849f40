import type { AuditorEvent } from '@backstage/backend-defaults/auditor';
import type { RequestContext } from '@nerds/request-context';
import type { NewAuditEvent } from '../recorder/AuditRecorder';
import { evaluateResult, toReason } from './evaluateResult';
import {
  findActor,
  findAddress,
  findObject,
  findTeams,
  omitSubject,
} from './findSubject';

/**
 * What Backstage's auditor tells, as a line of the audit log.
 *
 * @returns undefined for what is not kept: the begin of an act, and a look
 * (severity low) that was let through
 * @internal
 */
export function toAuditEvent(
  event: AuditorEvent,
  options: { at: Date; context?: RequestContext },
): NewAuditEvent | undefined {
  const { plugin, eventId, severityLevel, actor, request } = event;
  if (event.status === 'initiated') return undefined;
  if (event.status === 'succeeded' && severityLevel === 'low') return undefined;
  const meta = event.meta ?? {};
  return {
    act: `${plugin}.${eventId}`,
    object: findObject(meta),
    result:
      event.status === 'succeeded' ? 'succeeded' : evaluateResult(event.error),
    origin: {
      address: findAddress(meta) ?? options.context?.address ?? actor.ip,
      userAgent: actor.userAgent,
      method: request?.method,
      path: request?.url,
    },
    actor: findActor(meta, {
      actorId: actor.actorId,
      hasRequest: request !== undefined,
      plugin,
    }),
    at: options.at.toISOString(),
    severity: severityLevel,
    plugin,
    correlationId: options.context?.correlationId,
    teams: findTeams(meta),
    reason: event.status === 'failed' ? toReason(event.error) : undefined,
    details: omitSubject(meta),
  };
}
