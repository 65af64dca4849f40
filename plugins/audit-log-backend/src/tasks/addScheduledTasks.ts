import type {
  AuditorService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { AuditEventStore } from '../database/AuditEventStore';

/**
 * Removes events that are old enough, and puts that on record.
 *
 * @internal
 */
export async function expireEvents(options: {
  store: Pick<AuditEventStore, 'expire' | 'readChainEnds'>;
  auditor: AuditorService;
  keepDays: number;
}): Promise<void> {
  const { store, auditor, keepDays } = options;
  const count = await store.expire(keepDays);
  if (count === 0) return;
  const { anchor } = await store.readChainEnds();
  const event = await auditor.createEvent({
    eventId: 'event-expire',
    severityLevel: 'medium',
    meta: { object: 'audit-log:events', count, lastSequence: anchor.sequence },
  });
  await event.success();
}

/**
 * Writes the end of the chain to the ordinary log, which is kept elsewhere:
 * who has it can prove later that nothing before it was changed, even by
 * somebody who wrote the whole chain anew.
 *
 * @internal
 */
export async function logHead(options: {
  store: Pick<AuditEventStore, 'readChainEnds'>;
  logger: LoggerService;
}): Promise<void> {
  const { sequence, hash } = (await options.store.readChainEnds()).head;
  if (sequence === 0) return;
  options.logger.info(`Audit log head ${sequence}:${hash}`);
}

/** @internal */
export async function addScheduledTasks(options: {
  scheduler: SchedulerService;
  store: AuditEventStore;
  auditor: AuditorService;
  logger: LoggerService;
  keepDays: number;
}): Promise<void> {
  const { scheduler, store, logger } = options;
  await scheduler.scheduleTask({
    id: 'audit-log-expire',
    frequency: { hours: 24 },
    timeout: { minutes: 30 },
    initialDelay: { minutes: 5 },
    fn: () => expireEvents(options),
  });
  await scheduler.scheduleTask({
    id: 'audit-log-head',
    frequency: { hours: 1 },
    timeout: { minutes: 1 },
    initialDelay: { minutes: 1 },
    fn: () => logHead({ store, logger }),
  });
}
