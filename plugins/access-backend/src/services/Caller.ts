import type {
  AuditorServiceCreateEventOptions,
  BackstageCredentials,
  BackstageUserPrincipal,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { PersonStore } from '../database/PersonStore';

/** The signed-in person behind a call. @internal */
export interface Caller {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
  userEntityRef: string;
  /** Entity refs of the person's teams, without those that a review has revoked. */
  teams: string[];
  /** Where the call came from, for the audit log only; absent for an action. */
  auditRequest?: AuditorServiceCreateEventOptions['request'];
}

/** Finds out of which teams a signed-in person is. @internal */
export class CallerResolver {
  constructor(
    private readonly userInfo: UserInfoService,
    private readonly people: Pick<PersonStore, 'listRevokedMembers'>,
  ) {}

  async resolveCaller(
    credentials: BackstageCredentials<BackstageUserPrincipal>,
    auditRequest?: Caller['auditRequest'],
  ): Promise<Caller> {
    const { userEntityRef, ownershipEntityRefs } =
      await this.userInfo.getUserInfo(credentials);
    // The token may be older than the revocation.
    const revoked = await this.people.listRevokedMembers({
      userRef: userEntityRef,
    });
    const teams = ownershipEntityRefs.filter(
      ref =>
        ref.startsWith('group:') && !revoked.some(({ team }) => team === ref),
    );
    return { credentials, userEntityRef, teams, auditRequest };
  }
}
