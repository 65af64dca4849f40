import { mockServices } from '@backstage/backend-test-utils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import {
  buildNewToken,
  createTestDatabases,
  createTestStore,
  DAY_MS,
  NOW,
} from '../__testUtils__/testDatabase';
import { remindTeams } from './remindTeams';

const initDatabase = createTestDatabases();

jest.setTimeout(60_000);

describe('remindTeams', () => {
  it('tells a team once per reminder, and again when it could not', async () => {
    const store = await createTestStore(await initDatabase());
    await store.insertToken(
      buildNewToken({
        id: 'uitrol-abcdef',
        name: 'uitrol',
        expiresAt: new Date(NOW.getTime() + 30 * DAY_MS),
      }),
    );
    const sent: NotificationSendOptions[] = [];
    let isDown = true;
    const remind = (day: number) =>
      remindTeams({
        store,
        notifications: {
          send: async notification => {
            if (isDown) throw new Error('down');
            sent.push(notification);
          },
        },
        logger: mockServices.logger.mock(),
        reminderDays: [3, 14],
        now: new Date(NOW.getTime() + day * DAY_MS),
      });

    await remind(17);
    isDown = false;
    expect(sent).toEqual([]);
    await remind(17);
    await remind(18);
    expect(sent).toEqual([
      {
        recipients: {
          type: 'entity',
          entityRef: 'group:default/burgerzaken',
        },
        payload: expect.objectContaining({
          title: 'Token “uitrol” verloopt op 23 december 2026',
          scope: 'machine-token:uitrol-abcdef',
        }),
      },
    ]);
    await remind(28);
    await remind(29);
    expect(sent).toHaveLength(2);
  });
});
