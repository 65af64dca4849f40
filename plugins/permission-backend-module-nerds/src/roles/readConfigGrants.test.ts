import { mockServices } from '@backstage/backend-test-utils';
import { readConfigGrants } from './readConfigGrants';

const read = (roles: Record<string, string[]>) =>
  readConfigGrants(
    mockServices.rootConfig({ data: { permission: { roles } } }),
  );

describe('readConfigGrants', () => {
  it('gives nobody a role when nothing is configured', () => {
    expect(readConfigGrants(mockServices.rootConfig())).toEqual([]);
  });

  it('reads groups and people for every role', () => {
    expect(
      read({
        'team-lead': ['user:default/lead-burgerzaken'],
        administrator: ['Group:default/Portal-Beheer'],
      }),
    ).toEqual([
      {
        role: 'team-lead',
        subject: 'user:default/lead-burgerzaken',
        origin: 'config',
      },
      {
        role: 'administrator',
        subject: 'group:default/portal-beheer',
        origin: 'config',
      },
    ]);
  });

  it.each(['platform', 'component:default/portal', ''])(
    'refuses %p, naming where it stands',
    subject => {
      expect(() => read({ auditor: [subject] })).toThrow(
        /permission\.roles\.auditor/,
      );
    },
  );
});
