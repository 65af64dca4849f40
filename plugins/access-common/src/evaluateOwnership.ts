import type { PolicySnapshot } from './types';

/**
 * What somebody owns things as now: what the sign-in said, without the teams that
 * an access review has revoked since.
 *
 * @param user - `ownershipEntityRefs`: the person and the groups, from the
 *   signed-in token
 * @public
 */
export function evaluateOwnership(
  user: { userEntityRef: string; ownershipEntityRefs: string[] },
  { revokedMembers }: Pick<PolicySnapshot, 'revokedMembers'>,
): string[] {
  const revoked = new Set(
    revokedMembers
      .filter(({ userEntityRef }) => userEntityRef === user.userEntityRef)
      .map(({ team }) => team),
  );
  return user.ownershipEntityRefs.filter(ref => !revoked.has(ref));
}
