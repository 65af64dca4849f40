import {
  createServiceFactory,
  type BackstageUserPrincipal,
  type ServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import type { PolicySnapshot } from '@nerds/plugin-access-common';
import { accessServiceRef } from '@nerds/plugin-access-node';
import {
  freeTierClusterCreatePermission,
  freeTierClusterReadPermission,
} from '@nerds/plugin-free-tier-common';
import type { MachineScope } from '@nerds/plugin-machine-access-common';
import { machineAccessServiceRef } from '@nerds/plugin-machine-access-node';
import { permissionModuleNerds } from './module';

const PLATFORM: PolicySnapshot['grants'][number] = {
  role: 'platform-engineer',
  subject: 'group:default/platform',
  origin: 'portal',
};

function accessAnswering(
  getPolicySnapshot: () => Promise<PolicySnapshot>,
): ServiceFactory {
  return createServiceFactory({
    service: accessServiceRef,
    deps: {},
    factory: () => ({
      getPolicySnapshot,
      recordSignIn: async ({ teams }) => ({ teams }),
    }),
  });
}

function machinesAnswering(scope?: MachineScope): ServiceFactory {
  return createServiceFactory({
    service: machineAccessServiceRef,
    deps: {},
    factory: () => ({
      getScope: async () => scope,
      verifyCredential: async () => {
        throw new Error('The policy verifies no credentials');
      },
    }),
  });
}

async function installedPolicy(options: {
  groups: string[];
  access?: ServiceFactory;
  scope?: MachineScope;
  configured?: string[];
}) {
  const setPolicy = jest.fn<void, [PermissionPolicy]>();
  await startTestBackend({
    extensionPoints: [[policyExtensionPoint, { setPolicy }]],
    features: [
      permissionModuleNerds,
      options.access ??
        accessAnswering(async () => ({
          grants: [PLATFORM],
          revokedMembers: [],
        })),
      machinesAnswering(options.scope),
      mockServices.userInfo.mock({
        getUserInfo: async credentials => {
          const { userEntityRef } =
            credentials.principal as BackstageUserPrincipal;
          return {
            userEntityRef,
            ownershipEntityRefs: [userEntityRef, ...options.groups],
          };
        },
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          permission: {
            roles: { 'platform-engineer': options.configured ?? [] },
          },
        },
      }),
    ],
  });
  return setPolicy.mock.calls[0][0];
}

const signedIn = (userEntityRef = 'user:default/someone') =>
  ({
    credentials: mockCredentials.user(userEntityRef),
  } as Parameters<PermissionPolicy['handle']>[1]);

const read = { permission: freeTierClusterReadPermission };

describe('permissionModuleNerds', () => {
  it('decides by the roles that the access plugin knows of', async () => {
    const engineer = await installedPolicy({
      groups: ['group:default/platform'],
    });
    await expect(engineer.handle(read, signedIn())).resolves.toEqual({
      result: AuthorizeResult.ALLOW,
    });
    const developer = await installedPolicy({
      groups: ['group:default/burgerzaken'],
    });
    await expect(developer.handle(read, signedIn())).resolves.toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: { params: { teams: ['group:default/burgerzaken'] } },
    });
  });

  it('falls back on the configuration when the access plugin does not answer', async () => {
    const access = accessAnswering(async () => {
      throw new Error('down');
    });
    const groups = ['group:default/platform'];
    const without = await installedPolicy({ groups, access });
    await expect(without.handle(read, signedIn())).resolves.toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
    });
    const configured = await installedPolicy({
      groups,
      access,
      configured: groups,
    });
    await expect(configured.handle(read, signedIn())).resolves.toEqual({
      result: AuthorizeResult.ALLOW,
    });
  });

  it('lets a machine do what its scope says, and not what its groups would give', async () => {
    const machine = signedIn('user:machine/1');
    const policy = await installedPolicy({
      groups: ['group:default/platform'],
      scope: {
        principal: 'user:machine/1',
        team: 'group:default/vergunningen',
        permissions: ['free-tier.cluster.read'],
        expiresAt: '2027-01-01T00:00:00.000Z',
      },
    });
    await expect(policy.handle(read, machine)).resolves.toMatchObject({
      conditions: { params: { teams: ['group:default/vergunningen'] } },
    });
    await expect(
      policy.handle({ permission: freeTierClusterCreatePermission }, machine),
    ).resolves.toEqual({ result: AuthorizeResult.DENY });
  });

  it('denies everything to a machine that has ended, and to nobody', async () => {
    const policy = await installedPolicy({
      groups: ['group:default/platform'],
    });
    await expect(
      policy.handle(read, signedIn('user:machine/1')),
    ).resolves.toEqual({ result: AuthorizeResult.DENY });
    await expect(policy.handle(read)).resolves.toEqual({
      result: AuthorizeResult.DENY,
    });
  });
});
