import type { RoleGrant } from '@nerds/plugin-access-common';
import type { GrantStore } from '../database/GrantStore';
import type { GrantRecord } from '../domain/records';

/**
 * Every grant that counts now, from the configuration and from the portal.
 *
 * @internal
 */
export class GrantDirectory {
  constructor(
    private readonly options: {
      configGrants: RoleGrant[];
      store: Pick<GrantStore, 'listGrants'>;
      now: () => Date;
    },
  ) {}

  get configGrants(): RoleGrant[] {
    return this.options.configGrants;
  }

  /** Whether there is an administrator whom nobody can take away in the portal. */
  hasConfigAdministrator(): boolean {
    return this.configGrants.some(({ role }) => role === 'administrator');
  }

  async listGrants(): Promise<RoleGrant[]> {
    const { configGrants, store, now } = this.options;
    const records = await store.listGrants(now());
    return [...configGrants, ...records.map(toRoleGrant)];
  }
}

/** A grant that was made in the portal, as every other plugin knows it. @internal */
export function toRoleGrant(record: GrantRecord): RoleGrant {
  return {
    ...record,
    origin: 'portal',
    grantedAt: record.grantedAt.toISOString(),
    expiresAt: record.expiresAt?.toISOString(),
  };
}
