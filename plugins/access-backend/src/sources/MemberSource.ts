import { PRIVILEGED_ROLES_TEAM } from '@nerds/plugin-access-common';
import type { PersonStore } from '../database/PersonStore';
import type { FoundItem, ReviewItemRecord } from '../domain/reviewRecords';
import type { Caller } from '../services/Caller';
import type { ReviewItemSource, Revocation } from './ReviewItemSource';

/**
 * People of the team, as far as they have signed in. A revoked one is out of
 * the team in the portal at once; the group at the identity provider is not
 * the portal's to change.
 *
 * @internal
 */
export class MemberSource implements ReviewItemSource {
  readonly kind = 'member';

  constructor(
    private readonly options: {
      people: Pick<
        PersonStore,
        'listPeople' | 'listRevokedMembers' | 'revokeMember'
      >;
      now: () => Date;
    },
  ) {}

  appliesTo(team: string): boolean {
    return team !== PRIVILEGED_ROLES_TEAM;
  }

  async listItems(team: string): Promise<FoundItem[]> {
    const [people, revoked] = await Promise.all([
      this.options.people.listPeople([team]),
      this.options.people.listRevokedMembers({ team }),
    ]);
    const revokedRefs = new Set(revoked.map(({ userRef }) => userRef));
    return people.map(({ ref, lastSignInAt }) => ({
      sourceKey: ref,
      subject: ref,
      access: revokedRefs.has(ref)
        ? {
            nl: 'Lid van de groep bij de identiteitsprovider; in het portaal al ingetrokken',
            en: 'Member of the group at the identity provider; revoked in the portal already',
          }
        : { nl: 'Lid van het team', en: 'Member of the team' },
      lastUsedAt: lastSignInAt,
    }));
  }

  async revoke(
    item: ReviewItemRecord,
    { team, caller }: { team: string; caller: Caller },
  ): Promise<Revocation> {
    await this.options.people.revokeMember({
      userRef: item.subject,
      team,
      actor: caller.userEntityRef,
      now: this.options.now(),
    });
    return {
      followUp: {
        nl: `In het portaal telt ${item.subject} niet meer als lid van ${team}. Laat de beheerder van de identiteitsprovider deze persoon ook uit de groep halen: pas dan stopt de toegang met kubectl tot de clusters van het team.`,
        en: `In the portal ${item.subject} does not count as a member of ${team} any more. Have the administrator of the identity provider take this person out of the group as well: only then the access with kubectl to the clusters of the team ends.`,
      },
    };
  }
}
