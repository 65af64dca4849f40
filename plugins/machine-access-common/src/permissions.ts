import {
  createPermission,
  type BasicPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';

/** Type of the resource that the token permissions are about. @public */
export const MACHINE_TOKEN_RESOURCE_TYPE = 'machine-access-token';

/** See the tokens of a team, never their secret. @public */
export const machineTokenReadPermission: ResourcePermission<'machine-access-token'> =
  createPermission({
    name: 'machine-access.token.read',
    attributes: { action: 'read' },
    resourceType: MACHINE_TOKEN_RESOURCE_TYPE,
  });

/** Make a token for an own team. Which teams are own is checked by the plugin. @public */
export const machineTokenCreatePermission: BasicPermission = createPermission({
  name: 'machine-access.token.create',
  attributes: { action: 'create' },
});

/** Make a token worthless. @public */
export const machineTokenRevokePermission: ResourcePermission<'machine-access-token'> =
  createPermission({
    name: 'machine-access.token.revoke',
    attributes: { action: 'delete' },
    resourceType: MACHINE_TOKEN_RESOURCE_TYPE,
  });

/** Every permission of machine access. @public */
export const machineAccessPermissions = [
  machineTokenReadPermission,
  machineTokenCreatePermission,
  machineTokenRevokePermission,
];
