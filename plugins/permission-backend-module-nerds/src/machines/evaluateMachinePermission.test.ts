import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  accessPermissions,
  accessRoleReadPermission,
} from '@nerds/plugin-access-common';
import {
  freeTierActionDeletePermission,
  freeTierActionReadPermission,
  freeTierClusterConnectPermission,
  freeTierClusterCreatePermission,
  freeTierClusterReadPermission,
  freeTierOfferReadPermission,
} from '@nerds/plugin-free-tier-common';
import { machineAccessPermissions } from '@nerds/plugin-machine-access-common';
import { evaluateMachinePermission } from './evaluateMachinePermission';

const scopeOf = (...permissions: string[]) => ({
  principal: 'user:machine/1',
  team: 'group:default/burgerzaken',
  permissions,
  expiresAt: '2027-01-01T00:00:00.000Z',
});

describe('evaluateMachinePermission', () => {
  it('lets a machine do for its team what its scope names', () => {
    const scope = scopeOf('free-tier.cluster.read');
    expect(
      evaluateMachinePermission(freeTierClusterReadPermission, scope),
    ).toMatchObject({
      result: AuthorizeResult.CONDITIONAL,
      conditions: { params: { teams: ['group:default/burgerzaken'] } },
    });
  });

  it('lets a machine do nothing else, as far as a developer may', () => {
    const scope = scopeOf('free-tier.cluster.read');
    for (const permission of [
      freeTierClusterConnectPermission,
      freeTierClusterCreatePermission,
      freeTierActionDeletePermission,
    ]) {
      expect(evaluateMachinePermission(permission, scope).result).toBe(
        AuthorizeResult.DENY,
      );
    }
  });

  it('adds what a permission is of no use without', () => {
    const scope = scopeOf('free-tier.cluster.read');
    for (const permission of [
      freeTierOfferReadPermission,
      freeTierActionReadPermission,
    ]) {
      expect(evaluateMachinePermission(permission, scope).result).toBe(
        AuthorizeResult.ALLOW,
      );
    }
  });

  it('never lets a machine near the access of others, whatever its scope says', () => {
    const forbidden = [...accessPermissions, ...machineAccessPermissions];
    const scope = scopeOf(...forbidden.map(({ name }) => name));
    expect(forbidden).toContain(accessRoleReadPermission);
    for (const permission of forbidden) {
      expect(evaluateMachinePermission(permission, scope).result).toBe(
        AuthorizeResult.DENY,
      );
    }
  });
});
