import type { PolicySnapshot } from '@nerds/plugin-access-common';
import type { SignIn } from '@nerds/plugin-access-node';
import type { PersonStore } from '../database/PersonStore';
import type { GrantDirectory } from './GrantDirectory';

/** What other plugins of the portal ask and tell. @internal */
export class PolicyService {
  constructor(
    private readonly options: {
      grants: GrantDirectory;
      people: Pick<PersonStore, 'listRevokedMembers' | 'recordSignIn'>;
      now: () => Date;
    },
  ) {}

  async getSnapshot(): Promise<PolicySnapshot> {
    const { grants, people } = this.options;
    const [counting, revoked] = await Promise.all([
      grants.listGrants(),
      people.listRevokedMembers(),
    ]);
    return {
      grants: counting,
      revokedMembers: revoked.map(({ userRef, team }) => ({
        userEntityRef: userRef,
        team,
      })),
    };
  }

  async recordSignIn(signIn: SignIn): Promise<{ teams: string[] }> {
    const { people, now } = this.options;
    const teams = await people.recordSignIn({
      ref: signIn.userEntityRef,
      displayName: signIn.displayName,
      teams: [...new Set(signIn.teams)],
      lastSignInAt: now(),
    });
    return { teams };
  }
}
