import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  freeTierClusterManageAllPermission,
  freeTierClusterReadPermission,
} from '@nerds/plugin-free-tier-common';
import { permissionModuleNerds } from './module';

async function installedPolicy(ownershipEntityRefs: string[]) {
  const setPolicy = jest.fn<void, [PermissionPolicy]>();
  await startTestBackend({
    extensionPoints: [[policyExtensionPoint, { setPolicy }]],
    features: [
      permissionModuleNerds,
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/someone',
          ownershipEntityRefs,
        }),
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          permission: {
            roles: { 'platform-engineer': ['group:default/platform'] },
          },
        },
      }),
    ],
  });
  return setPolicy.mock.calls[0][0];
}

const user = {
  credentials: mockCredentials.user(),
} as Parameters<PermissionPolicy['handle']>[1];

describe('permissionModuleNerds', () => {
  it('decides by the groups of the signed-in person and the configured roles', async () => {
    const policy = await installedPolicy(['group:default/platform']);
    await expect(
      policy.handle({ permission: freeTierClusterManageAllPermission }, user),
    ).resolves.toEqual({ result: AuthorizeResult.ALLOW });
  });

  it('denies what is for platform engineers to others', async () => {
    const policy = await installedPolicy(['group:default/burgerzaken']);
    await expect(
      policy.handle({ permission: freeTierClusterManageAllPermission }, user),
    ).resolves.toEqual({ result: AuthorizeResult.DENY });
  });

  it('denies everything to nobody', async () => {
    const policy = await installedPolicy([]);
    await expect(
      policy.handle({ permission: freeTierClusterReadPermission }),
    ).resolves.toEqual({ result: AuthorizeResult.DENY });
  });
});
