import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { createOwnTeamCheck } from './createOwnTeamCheck';

const isOwnTeam = createOwnTeamCheck({
  access: {
    getPolicySnapshot: async () => ({
      grants: [],
      revokedMembers: [
        { userEntityRef: 'user:default/wim', team: 'group:default/balie' },
        {
          userEntityRef: 'user:default/els',
          team: 'group:default/burgerzaken',
        },
      ],
    }),
  },
  auth: mockServices.auth(),
  userInfo: mockServices.userInfo({
    ownershipEntityRefs: [
      'user:default/wim',
      'group:default/balie',
      'group:default/burgerzaken',
    ],
  }),
});

describe('createOwnTeamCheck', () => {
  it.each([
    ['group:default/burgerzaken', true],
    ['Burgerzaken', true],
    ['user:default/wim', true],
    ['group:default/vergunningen', false],
    ['group:other/burgerzaken', false],
    // taken away by an access review, while the session still names it
    ['group:default/balie', false],
    ['user:default/burgerzaken', false],
  ])('of a person, %s: %s', async (owner, expected) => {
    const credentials = mockCredentials.user('user:default/wim');
    await expect(isOwnTeam(owner, credentials)).resolves.toBe(expected);
  });

  it('trusts a service of the portal', async () => {
    await expect(
      isOwnTeam('group:default/vergunningen', mockCredentials.service()),
    ).resolves.toBe(true);
  });
});
