import {
  createPermission,
  type BasicPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';

/** Type of the resource that the review permissions are about. @public */
export const ACCESS_REVIEW_RESOURCE_TYPE = 'access-review';

/** See the roles and who has them. @public */
export const accessRoleReadPermission: BasicPermission = createPermission({
  name: 'access.role.read',
  attributes: { action: 'read' },
});

/** Give a group or person a role. @public */
export const accessRoleGrantPermission: BasicPermission = createPermission({
  name: 'access.role.grant',
  attributes: { action: 'create' },
});

/** Take a role away that was given in the portal. @public */
export const accessRoleRevokePermission: BasicPermission = createPermission({
  name: 'access.role.revoke',
  attributes: { action: 'delete' },
});

/** See the access reviews of a team. @public */
export const accessReviewReadPermission: ResourcePermission<'access-review'> =
  createPermission({
    name: 'access.review.read',
    attributes: { action: 'read' },
    resourceType: ACCESS_REVIEW_RESOURCE_TYPE,
  });

/** Start a review of a team, confirm or revoke access in it and complete it. @public */
export const accessReviewDecidePermission: ResourcePermission<'access-review'> =
  createPermission({
    name: 'access.review.decide',
    attributes: { action: 'update' },
    resourceType: ACCESS_REVIEW_RESOURCE_TYPE,
  });

/** Every permission of access. @public */
export const accessPermissions = [
  accessRoleReadPermission,
  accessRoleGrantPermission,
  accessRoleRevokePermission,
  accessReviewReadPermission,
  accessReviewDecidePermission,
];
