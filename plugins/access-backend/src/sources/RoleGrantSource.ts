import {
  PRIVILEGED_ROLES,
  PRIVILEGED_ROLES_TEAM,
  type RoleGrant,
} from '@nerds/plugin-access-common';
import type { LocalizedText } from '@nerds/http-api';
import type { GrantStore } from '../database/GrantStore';
import type { PersonStore } from '../database/PersonStore';
import type { FoundItem, ReviewItemRecord } from '../domain/reviewRecords';
import { ROLE_TEXTS } from '../domain/roleTexts';
import { SourceError } from '../domain/SourceError';
import type { Caller } from '../services/Caller';
import type { GrantDirectory } from '../services/GrantDirectory';
import type { ReviewItemSource, Revocation } from './ReviewItemSource';

const CONFIG_PREFIX = 'config:';

/**
 * Roles about the team, of the team and of its members; for the review of the
 * privileged roles, everyone who has one of those. A role from the
 * configuration is shown, but only whoever runs the portal can take it away.
 *
 * @internal
 */
export class RoleGrantSource implements ReviewItemSource {
  readonly kind = 'role-grant';

  constructor(
    private readonly options: {
      grants: GrantDirectory;
      store: Pick<GrantStore, 'revokeGrant'>;
      people: Pick<PersonStore, 'listPeople'>;
      now: () => Date;
    },
  ) {}

  appliesTo(): boolean {
    return true;
  }

  async listItems(team: string): Promise<FoundItem[]> {
    const grants = await this.options.grants.listGrants();
    if (team === PRIVILEGED_ROLES_TEAM) {
      return grants
        .filter(({ role }) => PRIVILEGED_ROLES.some(known => known === role))
        .map(toFoundItem);
    }
    const people = await this.options.people.listPeople([team]);
    const subjects = new Set([team, ...people.map(({ ref }) => ref)]);
    return grants
      .filter(grant =>
        grant.team ? grant.team === team : subjects.has(grant.subject),
      )
      .map(toFoundItem);
  }

  async revoke(
    item: ReviewItemRecord,
    { caller }: { caller: Caller },
  ): Promise<Revocation> {
    if (item.sourceKey.startsWith(CONFIG_PREFIX)) {
      return { followUp: buildConfigFollowUp(item) };
    }
    const { grants, store, now } = this.options;
    const { outcome } = await store.revokeGrant(item.sourceKey, {
      actor: caller.userEntityRef,
      now: now(),
      keepAdministrator: !grants.hasConfigAdministrator(),
    });
    if (outcome === 'last-administrator') {
      throw new SourceError('lastAdministrator');
    }
    // One that is not there any more was revoked or expired in the meantime.
    return {};
  }
}

function toFoundItem(grant: RoleGrant): FoundItem {
  return {
    sourceKey: grant.id ?? `${CONFIG_PREFIX}${grant.role}:${grant.subject}`,
    subject: grant.subject,
    access: toAccess(grant),
    since: grant.grantedAt ? new Date(grant.grantedAt) : undefined,
    expiresAt: grant.expiresAt ? new Date(grant.expiresAt) : undefined,
  };
}

function toAccess({ role, team, origin }: RoleGrant): LocalizedText {
  const { title } = ROLE_TEXTS[role];
  const forTeam = team
    ? { nl: ` voor ${team}`, en: ` for ${team}` }
    : { nl: '', en: '' };
  const from =
    origin === 'config'
      ? { nl: ' (uit de configuratie)', en: ' (from the configuration)' }
      : { nl: '', en: '' };
  return {
    nl: `Rol ${title.nl}${forTeam.nl}${from.nl}`,
    en: `Role ${title.en}${forTeam.en}${from.en}`,
  };
}

function buildConfigFollowUp({ sourceKey }: ReviewItemRecord): LocalizedText {
  const [, role] = sourceKey.split(':');
  return {
    nl: `Deze rol staat in de configuratie van het portaal (permission.roles.${role}) en geldt tot ze daar weg is. Vraag wie het portaal draait om dat te doen.`,
    en: `This role is in the configuration of the portal (permission.roles.${role}) and counts until it is removed there. Ask whoever runs the portal to do so.`,
  };
}
