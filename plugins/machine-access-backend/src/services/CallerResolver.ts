import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { Caller } from './TokenService';

/** Teams are groups of this namespace; see the module that signs people in. */
const TEAM_PREFIX = 'group:default/';

/** Finds out of which teams a signed-in person is. @internal */
export class CallerResolver {
  constructor(private readonly userInfo: UserInfoService) {}

  async resolveCaller(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
    auditRequest?: Caller['auditRequest'],
  ): Promise<Caller> {
    const { userEntityRef, ownershipEntityRefs } =
      await this.userInfo.getUserInfo(credentials);
    return {
      credentials,
      userEntityRef,
      teams: ownershipEntityRefs.filter(ref => ref.startsWith(TEAM_PREFIX)),
      auditRequest,
    };
  }
}
