import { mockServices } from '@backstage/backend-test-utils';
import {
  createTestAuditLog,
  type TestAuditLog,
} from '@nerds/plugin-audit-log-node/testUtils';
import type { Knex } from 'knex';
import { EVENT } from '../__testUtils__/startAuditLog';
import { createAuditLogClient } from '../database/createAuditLogClient';
import { DatabaseAuditEventStore } from '../database/DatabaseAuditEventStore';
import { expireEvents, logHead } from './addScheduledTasks';

describe('scheduled work on the audit log', () => {
  let log: TestAuditLog;
  let knex: Knex;
  let store: DatabaseAuditEventStore;
  const logger = mockServices.logger.mock();

  beforeAll(async () => {
    log = await createTestAuditLog();
    knex = createAuditLogClient({ connectionString: log.url }, logger);
    store = new DatabaseAuditEventStore(knex, logger);
  });
  afterAll(async () => {
    await knex.destroy();
    await log.drop();
  });

  it('says nothing while there is nothing', async () => {
    const auditor = mockServices.auditor.mock();
    await logHead({ store, logger });
    await expireEvents({ store, auditor, keepDays: 400 });
    expect(logger.info).not.toHaveBeenCalled();
    expect(auditor.createEvent).not.toHaveBeenCalled();
  });

  it('logs the head, and puts on record what it removed', async () => {
    for (let count = 0; count < 3; count += 1) {
      await log.query('portal', 'SELECT audit.append($1)', [
        JSON.stringify(EVENT),
      ]);
    }
    const { head } = await store.readChainEnds();
    await logHead({ store, logger });
    expect(logger.info).toHaveBeenCalledWith(`Audit log head 3:${head.hash}`);

    await log.query(
      'superuser',
      `ALTER TABLE audit.events DISABLE TRIGGER ALL`,
    );
    await log.query(
      'superuser',
      `UPDATE audit.events SET payload = jsonb_set(payload, '{recordedAt}', '"2020-01-01T00:00:00.000000Z"') WHERE sequence <= 2`,
    );
    await log.query('superuser', 'ALTER TABLE audit.events ENABLE TRIGGER ALL');
    const success = jest.fn();
    const auditor = mockServices.auditor.mock({
      createEvent: async () => ({ success, fail: jest.fn() }),
    });
    await expireEvents({ store, auditor, keepDays: 400 });
    expect(auditor.createEvent).toHaveBeenCalledWith({
      eventId: 'event-expire',
      severityLevel: 'medium',
      meta: { object: 'audit-log:events', count: 2, lastSequence: 2 },
    });
    expect(success).toHaveBeenCalled();
    expect(await store.getEvents(['2', '3', 'x'])).toEqual([
      undefined,
      expect.objectContaining({ sequence: 3 }),
      undefined,
    ]);
  });
});
