import {
  createPermission,
  type BasicPermission,
} from '@backstage/plugin-permission-common';

/** See what was searched for in vain. @public */
export const searchZeroResultReadPermission: BasicPermission = createPermission(
  {
    name: 'search.zero-result.read',
    attributes: { action: 'read' },
  },
);

/** Every permission of the search of the portal. @public */
export const searchPermissions = [searchZeroResultReadPermission];
