import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import request from 'supertest';
import { createTestAuditLog, type TestAuditLog } from '../testUtils';
import { auditorServiceFactory } from './auditorServiceFactory';

/** A plugin that changes something, as every plugin does. */
const testPlugin = createBackendPlugin({
  pluginId: 'test',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        httpRouter: coreServices.httpRouter,
      },
      async init({ auditor, httpRouter }) {
        httpRouter.use((req, res, next) => {
          const change = async () => {
            const event = await auditor.createEvent({
              eventId: 'thing-change',
              severityLevel: 'medium',
              request: req,
              meta: {
                object: 'thing:1',
                team: 'group:default/burgerzaken',
                password: 'hunter2',
              },
            });
            if (req.path === '/refused') {
              const error = new NotAllowedError('hunter2 is not allowed');
              await event.fail({ error });
              throw error;
            }
            await event.success({ meta: { name: 'one' } });
            res.json({});
          };
          change().catch(next);
        });
      },
    });
  },
});

describe('the auditor of a plugin', () => {
  let log: TestAuditLog;
  beforeAll(async () => {
    log = await createTestAuditLog();
  });
  afterAll(() => log.drop());

  const start = (connection: string) => {
    return startTestBackend({
      features: [
        testPlugin,
        auditorServiceFactory,
        mockServices.rootConfig.factory({
          data: { auditLog: { database: { connection } } },
        }),
      ],
    });
  };

  it('puts changes and refusals on record, without secrets', async () => {
    const backend = await start(log.url);
    await request(backend.server)
      .post('/api/test/change?code=hunter2')
      .set('User-Agent', 'test')
      .expect(200);
    await request(backend.server)
      .post('/api/test/refused')
      .set('Authorization', mockCredentials.user.header('user:default/jan'))
      .expect(403);
    const rows = await log.query(
      'portal',
      'SELECT payload FROM audit.events ORDER BY sequence',
    );
    expect(rows).toMatchObject([
      {
        payload: {
          sequence: 1,
          act: 'test.thing-change',
          object: 'thing:1',
          result: 'succeeded',
          actor: 'user:default/mock',
          teams: ['group:default/burgerzaken'],
          origin: {
            address: expect.stringContaining('127.0.0.1'),
            userAgent: 'test',
            method: 'POST',
            path: '/api/test/change',
          },
          details: { name: 'one' },
        },
      },
      {
        payload: {
          sequence: 2,
          result: 'refused',
          actor: 'user:default/jan',
          reason: 'NotAllowedError',
        },
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain('hunter2');
    await backend.stop();
  });

  it('lets no change happen that cannot be put on record', async () => {
    const backend = await start('postgresql://a:b@127.0.0.1:1/none');
    const deadline = Date.now() + 30_000;
    let status = 200;
    // until the recorder has found out that nobody is there
    while (status !== 503 && Date.now() < deadline) {
      ({ status } = await request(backend.server).post('/api/test/change'));
    }
    expect(status).toBe(503);
    await backend.stop();
  });
});
