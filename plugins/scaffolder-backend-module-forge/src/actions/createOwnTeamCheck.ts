import type {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { evaluateOwnership } from '@nerds/plugin-access-common';
import type { AccessService } from '@nerds/plugin-access-node';

/** Whether the one whose credentials these are may make something in a team's name. @internal */
export type OwnTeamCheck = (
  owner: string,
  credentials: BackstageCredentials,
) => Promise<boolean>;

/**
 * Looks in the session of a person, or of a machine that acts as one, and leaves
 * out the teams that an access review has taken away since it began.
 *
 * @remarks
 * A service of the portal itself is in no team and is trusted.
 *
 * @internal
 */
export function createOwnTeamCheck(options: {
  access: Pick<AccessService, 'getPolicySnapshot'>;
  auth: AuthService;
  userInfo: UserInfoService;
}): OwnTeamCheck {
  const { access, auth, userInfo } = options;
  return async (owner, credentials) => {
    if (!auth.isPrincipal(credentials, 'user')) return true;
    const user = await userInfo.getUserInfo(credentials);
    const ref = stringifyEntityRef(
      parseEntityRef(owner, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }),
    );
    const snapshot = await access.getPolicySnapshot();
    return evaluateOwnership(user, snapshot).includes(ref);
  };
}
