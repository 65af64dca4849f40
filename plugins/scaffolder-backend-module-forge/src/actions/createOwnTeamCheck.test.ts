import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { createOwnTeamCheck } from './createOwnTeamCheck';

const isOwnTeam = createOwnTeamCheck({
  auth: mockServices.auth(),
  userInfo: mockServices.userInfo({
    ownershipEntityRefs: ['user:default/wim', 'group:default/burgerzaken'],
  }),
});

describe('createOwnTeamCheck', () => {
  it.each([
    ['group:default/burgerzaken', true],
    ['Burgerzaken', true],
    ['user:default/wim', true],
    ['group:default/vergunningen', false],
    ['group:other/burgerzaken', false],
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
