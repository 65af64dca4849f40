import type {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** Whether the one whose credentials these are may make something in a team's name. @internal */
export type OwnTeamCheck = (
  owner: string,
  credentials: BackstageCredentials,
) => Promise<boolean>;

/**
 * Looks in the session of a person, or of a machine that acts as one.
 *
 * @remarks
 * A service of the portal itself is in no team and is trusted.
 *
 * @internal
 */
export function createOwnTeamCheck(options: {
  auth: AuthService;
  userInfo: UserInfoService;
}): OwnTeamCheck {
  const { auth, userInfo } = options;
  return async (owner, credentials) => {
    if (!auth.isPrincipal(credentials, 'user')) return true;
    const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
    const ref = stringifyEntityRef(
      parseEntityRef(owner, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }),
    );
    return ownershipEntityRefs.includes(ref);
  };
}
