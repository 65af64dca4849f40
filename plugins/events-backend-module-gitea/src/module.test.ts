import { createHmac } from 'node:crypto';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import eventsPlugin from '@backstage/plugin-events-backend';
import {
  DefaultEventsService,
  eventsServiceRef,
  type EventParams,
} from '@backstage/plugin-events-node';
import eventsModuleGitea from '.';

const SECRET = 'een geheim van forge en portaal';
const BODY = JSON.stringify({
  ref: 'refs/heads/main',
  repository: { html_url: 'http://forge.example/team/dienst' },
});

async function start(webhookSecret?: string) {
  const received: EventParams[] = [];
  const bus = DefaultEventsService.create({
    logger: mockServices.logger.mock(),
    useEventBus: 'never',
  });
  await bus.forPlugin('test').subscribe({
    id: 'test',
    topics: ['gitea.push', 'gitea.issues'],
    onEvent: async event => {
      received.push(event);
    },
  });
  const { server } = await startTestBackend({
    features: [
      eventsPlugin,
      eventsModuleGitea,
      mockServices.rootConfig.factory({
        data: {
          events: webhookSecret
            ? { modules: { gitea: { webhookSecret } } }
            : undefined,
        },
      }),
      createServiceFactory({
        service: eventsServiceRef,
        deps: {},
        factory: () => bus.forPlugin('events'),
      }),
    ],
  });
  const send = (signature: string | undefined, kind = 'push', body = BODY) =>
    fetch(`http://localhost:${server.port()}/api/events/http/gitea`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Gitea-Event': kind,
        ...(signature !== undefined && { 'X-Gitea-Signature': signature }),
      },
      body,
    });
  return { send, received };
}

function sign(body: string, secret = SECRET) {
  return createHmac('sha256', secret).update(body).digest('hex');
}

describe('events of Gitea and Forgejo', () => {
  it('come in with the right signature, each kind on a topic of its own', async () => {
    const { send, received } = await start(SECRET);
    expect((await send(sign(BODY))).status).toBe(202);
    expect((await send(sign(BODY), 'issues')).status).toBe(202);
    expect((await send(sign(BODY), '../push')).status).toBe(202);
    expect(received.map(({ topic }) => topic)).toEqual([
      'gitea.push',
      'gitea.issues',
    ]);
    expect(received[0].eventPayload).toEqual(JSON.parse(BODY));
  });

  it.each([
    ['no signature', undefined],
    ['an empty one', ''],
    ['one of another secret', sign(BODY, 'anders')],
    ['one of another body', sign(`${BODY} `)],
    ['something else', 'niet hexadecimaal'],
  ])('are refused with %s', async (_, signature) => {
    const { send, received } = await start(SECRET);
    expect((await send(signature)).status).toBe(403);
    expect(received).toEqual([]);
  });

  it('have no door as long as no secret is configured', async () => {
    const { send } = await start();
    expect((await send(sign(BODY))).status).toBe(404);
  });
});
