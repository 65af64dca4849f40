import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readMachineAccessConfig } from './config';

const IDENTITY = {
  id: 'burgerzaken-ci',
  issuer: 'https://ci.example',
  audience: 'https://portaal.example',
  claims: { repository: 'burgerzaken/app', ref: 'refs/heads/*' },
  team: 'group:default/burgerzaken',
  permissions: ['free-tier.cluster.read'],
};

const read = (machineAccess?: JsonObject) =>
  readMachineAccessConfig(
    new ConfigReader(machineAccess ? { machineAccess } : {}),
  );

const readIdentities = (...identities: JsonObject[]) =>
  read({ workloadIdentities: identities });

describe('readMachineAccessConfig', () => {
  it('has defaults for everything', () => {
    expect(read()).toEqual({
      maxLifetimeDays: 365,
      reminderDays: [3, 14],
      workloadIdentities: [],
    });
  });

  it('reads what is there', () => {
    expect(
      read({
        maxLifetime: { days: 30 },
        reminders: [{ weeks: 1 }, { days: 1 }],
        workloadIdentities: [
          { ...IDENTITY, title: 'CI', maxTokenAge: { minutes: 10 } },
        ],
      }),
    ).toEqual({
      maxLifetimeDays: 30,
      reminderDays: [1, 7],
      workloadIdentities: [
        { ...IDENTITY, title: 'CI', maxTokenAgeSeconds: 600 },
      ],
    });
    expect(readIdentities(IDENTITY).workloadIdentities).toEqual([
      { ...IDENTITY, title: 'burgerzaken-ci', maxTokenAgeSeconds: 3600 },
    ]);
  });

  it.each<[string, JsonObject, RegExp]>([
    ['an http issuer', { issuer: 'http://ci.example' }, /issuer.*https/],
    ['an id that is no name', { id: 'A b' }, /\.id/],
    ['no claim', { claims: {} }, /claims.*every project/],
    ['nothing but *', { claims: { a: '*' } }, /claims.*every project/],
    ['a * after a letter', { claims: { a: 'org*' } }, /claims\.a.*"\*"/],
    ['a * in the middle', { claims: { a: 'x/*/y' } }, /claims\.a.*"\*"/],
    ['two *', { claims: { a: 'x/*/*' } }, /claims\.a.*"\*"/],
    ['a person for a team', { team: 'user:default/ann' }, /\.team/],
    ['no permission', { permissions: [] }, /permissions/],
    [
      'a permission to give rights',
      { permissions: ['access.role.grant'] },
      /permissions\.0.*no permission that a machine can have/,
    ],
    ['a key that is not known', { audiences: [] }, /audiences/],
  ])('refuses %s', (_title, overrides, message) => {
    expect(() => readIdentities({ ...IDENTITY, ...overrides })).toThrow(
      message,
    );
  });

  it('takes http on this machine, for tests', () => {
    expect(
      readIdentities({ ...IDENTITY, issuer: 'http://127.0.0.1:1234' })
        .workloadIdentities,
    ).toHaveLength(1);
  });

  it('refuses an id twice, and two ways to one issuer', () => {
    expect(() => readIdentities(IDENTITY, IDENTITY)).toThrow(/is taken/);
    expect(() =>
      readIdentities(IDENTITY, {
        ...IDENTITY,
        id: 'other',
        jwksUri: 'https://ci.example/keys',
      }),
    ).toThrow(/same issuer/);
    expect(
      readIdentities(IDENTITY, { ...IDENTITY, id: 'other' }).workloadIdentities,
    ).toHaveLength(2);
  });

  it.each([{ hours: 12 }, { days: 0 }, { hours: 36 }])(
    'refuses %p as a lifetime',
    maxLifetime => {
      expect(() => read({ maxLifetime })).toThrow(/maxLifetime.*whole days/);
    },
  );
});
