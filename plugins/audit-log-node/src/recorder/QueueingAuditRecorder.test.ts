import { mockServices } from '@backstage/backend-test-utils';
import {
  createRequestContext,
  runInRequestContext,
} from '@nerds/request-context';
import {
  EventRefusedError,
  type AuditLogStore,
  type IdentifiedEvent,
} from '../store/AuditLogStore';
import type { NewAuditEvent } from './AuditRecorder';
import { QueueingAuditRecorder } from './QueueingAuditRecorder';

const EVENT: NewAuditEvent = {
  act: 'test.one',
  result: 'succeeded',
  origin: { path: '/x?token=y' },
  actor: 'user:default/sanne',
  at: '2026-12-01T09:00:00.000Z',
  severity: 'medium',
  plugin: 'test',
  teams: [],
};

/** Keeps events in memory; can be put out of reach. */
class FakeStore implements AuditLogStore {
  readonly events: IdentifiedEvent[] = [];
  isDown = false;
  refuses: (event: IdentifiedEvent) => boolean = () => false;

  async append(event: IdentifiedEvent): Promise<void> {
    if (this.isDown) throw new Error('connect ECONNREFUSED');
    if (this.refuses(event)) throw new EventRefusedError('value out of range');
    this.events.push(event);
  }

  async ping(): Promise<void> {
    if (this.isDown) throw new Error('connect ECONNREFUSED');
  }

  async close(): Promise<void> {
    this.isDown = true;
  }
}

function createRecorder(queueLimit?: number) {
  const store = new FakeStore();
  const logger = mockServices.logger.mock();
  const recorder = new QueueingAuditRecorder({
    store,
    logger,
    queueLimit,
    retryMs: { first: 5, longest: 10 },
  });
  const until = async (condition: () => boolean) => {
    while (!condition()) await new Promise(resolve => setTimeout(resolve, 5));
  };
  const isAvailable = () => {
    try {
      recorder.requireAvailable();
      return true;
    } catch {
      return false;
    }
  };
  const acts = () => store.events.map(({ act }) => act);
  return { store, logger, recorder, until, isAvailable, acts };
}

describe('the recorder', () => {
  it('stores at once, scrubbed, and counts for the request', async () => {
    const { store, recorder } = createRecorder();
    const context = createRequestContext();
    await runInRequestContext(context, () => recorder.record(EVENT));
    expect(store.events).toMatchObject([
      { act: 'test.one', origin: { path: '/x' } },
    ]);
    expect(context.auditEventCount).toBe(1);
    await recorder.stop();
  });

  it('keeps events in order while the store is down, and refuses changes', async () => {
    const { store, recorder, until, isAvailable, acts, logger } =
      createRecorder();
    store.isDown = true;
    await recorder.record({ ...EVENT, act: 'test.first' });
    await recorder.record({ ...EVENT, act: 'test.second' });
    expect(() => recorder.requireAvailable()).toThrow(
      expect.objectContaining({ name: 'ServiceUnavailableError' }),
    );
    store.isDown = false;
    await until(isAvailable);
    await recorder.record({ ...EVENT, act: 'test.third' });
    expect(acts()).toEqual(['test.first', 'test.second', 'test.third']);
    expect(logger.child).not.toHaveBeenCalled();
    expect(logger.error).toHaveBeenCalledTimes(1);
    await recorder.stop();
  });

  it('knows from the start that the store is down', async () => {
    const { store, recorder, until, isAvailable } = createRecorder();
    store.isDown = true;
    expect(isAvailable()).toBe(true);
    recorder.start();
    await until(() => !isAvailable());
    store.isDown = false;
    await until(isAvailable);
    await recorder.stop();
  });

  it('puts on record how many events it could not keep', async () => {
    const { store, recorder, until, isAvailable, acts } = createRecorder(1);
    store.isDown = true;
    for (const act of ['test.first', 'test.second', 'test.third']) {
      await recorder.record({ ...EVENT, act });
    }
    store.isDown = false;
    await until(isAvailable);
    expect(acts()).toEqual(['test.first', 'audit-log.events-lost']);
    expect(store.events[1].details).toEqual({ count: 2 });
    await recorder.stop();
  });

  it('does not wait forever behind an event that the store does not take', async () => {
    const { store, recorder, isAvailable, acts } = createRecorder();
    store.refuses = ({ details }) => details !== undefined;
    await recorder.record({ ...EVENT, details: { strange: true } });
    store.refuses = ({ act }) => act === 'test.never';
    await recorder.record({ ...EVENT, act: 'test.never' });
    await recorder.record({ ...EVENT, act: 'test.last' });
    expect(acts()).toEqual(['test.one', 'test.last']);
    expect(isAvailable()).toBe(true);
    await recorder.stop();
  });

  it('stores what waits when the portal stops', async () => {
    const { store, recorder, acts } = createRecorder();
    store.isDown = true;
    await recorder.record(EVENT);
    store.isDown = false;
    await recorder.stop();
    expect(acts()).toEqual(['test.one']);
  });

  it('says what is lost when the store is still down then', async () => {
    const { store, recorder, logger } = createRecorder();
    store.isDown = true;
    await recorder.record(EVENT);
    await recorder.stop();
    expect(logger.error).toHaveBeenLastCalledWith(
      expect.stringContaining('1 events could not be stored'),
    );
  });
});
