import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import {
  eventsServiceRef,
  type EventsServiceSubscribeOptions,
} from '@backstage/plugin-events-node';
import searchModuleTechdocsRefresh from '.';

async function start() {
  const subscriptions: EventsServiceSubscribeOptions[] = [];
  const scheduler = mockServices.scheduler.mock();
  const logger = mockServices.logger.mock();
  const backend = await startTestBackend({
    features: [
      searchModuleTechdocsRefresh,
      scheduler.factory,
      logger.factory,
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => ({
          publish: async () => {},
          subscribe: async options => {
            subscriptions.push(options);
          },
        }),
      }),
    ],
  });
  const [{ topics, onEvent }] = subscriptions;
  expect(topics).toEqual(['techdocs.published']);
  return {
    backend,
    logger,
    triggers: scheduler.triggerTask,
    publish: () =>
      onEvent({ topic: topics[0], eventPayload: { entityRef: 'x' } }),
  };
}

describe('documentation that was published', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
  });
  afterEach(() => jest.useRealTimers());

  it('is indexed in seconds, a burst of it once, and at most once a minute', async () => {
    const { publish, triggers } = await start();
    await Promise.all([publish(), publish(), publish()]);
    expect(triggers).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(triggers.mock.calls).toEqual([['search_index_techdocs']]);

    await publish();
    await jest.advanceTimersByTimeAsync(30_000);
    expect(triggers).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(triggers).toHaveBeenCalledTimes(2);
  });

  it('is indexed after the run that is busy', async () => {
    const { publish, triggers } = await start();
    triggers.mockRejectedValueOnce(new ConflictError('it runs'));
    await publish();
    await jest.advanceTimersByTimeAsync(2_000);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(triggers).toHaveBeenCalledTimes(2);
  });

  it('is indexed once after the run that is busy, also when more is published meanwhile', async () => {
    const { publish, triggers } = await start();
    let refuse = (_error: Error) => {};
    triggers.mockReturnValueOnce(
      new Promise((_resolve, reject) => {
        refuse = reject;
      }),
    );
    await publish();
    await jest.advanceTimersByTimeAsync(2_000);
    await publish();
    refuse(new ConflictError('it runs'));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(triggers).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(120_000);
    expect(triggers).toHaveBeenCalledTimes(2);
  });

  it('is no longer indexed by a portal that stops', async () => {
    const { backend, publish, triggers } = await start();
    triggers.mockImplementationOnce(async () => {
      await backend.stop();
      throw new ConflictError('it runs');
    });
    await publish();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(triggers).toHaveBeenCalledTimes(1);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('waits for the clock when there is no such index', async () => {
    const { logger, publish, triggers } = await start();
    triggers.mockRejectedValueOnce(new Error('no such task'));
    await publish();
    await jest.advanceTimersByTimeAsync(120_000);
    expect(triggers).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('no such task'),
    );
  });
});
