import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readAccessConfig } from './config';

const DAY_MS = 24 * 60 * 60 * 1000;
const read = (config: JsonObject) => readAccessConfig(new ConfigReader(config));

describe('readAccessConfig', () => {
  it('has a default for everything, and no administrator', () => {
    expect(read({})).toEqual({
      grants: [],
      peopleRetentionMs: 400 * DAY_MS,
      review: {
        intervalMs: 365 * DAY_MS,
        privilegedIntervalMs: 90 * DAY_MS,
        dueMs: 14 * DAY_MS,
        remindersMs: [7 * DAY_MS, 0],
        overdueRemindersMs: 7 * DAY_MS,
      },
    });
  });

  it('reads what is set, each role once', () => {
    const config = read({
      permission: {
        roles: {
          auditor: ['group:auditors', 'Group:default/Auditors', 'user:a'],
        },
      },
      access: {
        people: { retention: { days: 30 } },
        review: { due: 'P3D', reminders: [{ days: 1 }] },
      },
    });
    expect(config.grants).toEqual([
      { role: 'auditor', subject: 'group:default/auditors', origin: 'config' },
      { role: 'auditor', subject: 'user:default/a', origin: 'config' },
    ]);
    expect(config).toMatchObject({
      peopleRetentionMs: 30 * DAY_MS,
      review: { dueMs: 3 * DAY_MS, remindersMs: [DAY_MS] },
    });
  });

  it.each([
    [
      { permission: { roles: { baas: ['group:x'] } } },
      /permission\.roles\.baas/,
    ],
    [{ permission: { roles: { auditor: ['x'] } } }, /'x'.*not a group or user/],
    [{ permission: { roles: { auditor: ['component:x'] } } }, /'component:x'/],
    [
      { access: { review: { interval: { days: 0 } } } },
      /access\.review\.interval/,
    ],
    [{ access: { review: { reminders: ['soon'] } } }, /reminders/],
  ])('does not start with %j', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});
