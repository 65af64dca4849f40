import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  catalogScmEventsServiceRef,
  type CatalogScmEvent,
} from '@backstage/plugin-catalog-node/alpha';
import {
  DefaultEventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import catalogModuleGiteaEvents from '.';

const REPOSITORY = 'http://forge.example:3000/projecten/dienst';
const SHA = 'a'.repeat(40);

async function start() {
  const told: CatalogScmEvent[] = [];
  const bus = DefaultEventsService.create({
    logger: mockServices.logger.mock(),
    useEventBus: 'never',
  });
  await startTestBackend({
    features: [
      catalogModuleGiteaEvents,
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => bus.forPlugin('catalog'),
      }),
      createServiceFactory({
        service: catalogScmEventsServiceRef,
        deps: {},
        factory: () => ({
          publish: async events => {
            told.push(...events);
          },
          subscribe: () => ({ unsubscribe: () => {} }),
          markEventActionTaken: () => {},
        }),
      }),
    ],
  });
  const push = (eventPayload: unknown, topic = 'gitea.push') =>
    bus.publish({ topic, eventPayload });
  return { push, told };
}

describe('a push to a repository in Gitea', () => {
  it('makes the catalog read again what came from that repository', async () => {
    const { push, told } = await start();
    await push({ repository: { html_url: REPOSITORY }, after: SHA });
    await push({ repository: { html_url: REPOSITORY }, after: 'onbekend' });
    expect(told).toEqual([
      {
        type: 'repository.updated',
        url: REPOSITORY,
        context: { commitUrl: `${REPOSITORY}/commit/${SHA}` },
      },
      { type: 'repository.updated', url: REPOSITORY },
    ]);
  });

  it.each([
    undefined,
    {},
    { repository: null },
    { repository: { html_url: 7 } },
    { repository: { html_url: 'file:///etc/passwd' } },
    { repository: { html_url: `${REPOSITORY}?x=%` } },
  ])('does nothing when it names no repository: %j', async payload => {
    const { push, told } = await start();
    await push(payload);
    expect(told).toEqual([]);
  });

  it('is the only event that counts', async () => {
    const { push, told } = await start();
    await push({ repository: { html_url: REPOSITORY } }, 'gitea.issues');
    expect(told).toEqual([]);
  });
});
