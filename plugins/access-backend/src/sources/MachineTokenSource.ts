import type { PermissionsService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { PRIVILEGED_ROLES_TEAM } from '@nerds/plugin-access-common';
import { machineTokenReadPermission } from '@nerds/plugin-machine-access-common';
import { z } from 'zod';
import type { PortalApiClient } from '../clients/PortalApiClient';
import type { FoundItem, ReviewItemRecord } from '../domain/reviewRecords';
import { SourceError } from '../domain/SourceError';
import type { Caller } from '../services/Caller';
import type { ReviewItemSource, Revocation } from './ReviewItemSource';

// Only what a review needs; the rest of a token is not its business.
const answer = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      permissions: z.array(z.string()),
      createdAt: z.iso.datetime(),
      expiresAt: z.iso.datetime(),
      lastUsedAt: z.iso.datetime().optional(),
    }),
  ),
});

/** Named tokens of the team for pipelines. @internal */
export class MachineTokenSource implements ReviewItemSource {
  readonly kind = 'machine-token';

  constructor(
    private readonly api: PortalApiClient,
    private readonly permissions: PermissionsService,
  ) {}

  appliesTo(team: string): boolean {
    return team !== PRIVILEGED_ROLES_TEAM;
  }

  async listItems(team: string, caller: Caller): Promise<FoundItem[]> {
    await this.#requireWholeList(team, caller);
    const query = new URLSearchParams({ team, state: 'active' });
    const { items } = await this.api.get(`/v1/tokens?${query}`, answer, caller);
    return items.map(token => {
      const permissions = token.permissions.join(', ');
      return {
        sourceKey: token.id,
        subject: token.name,
        access: {
          nl: `Machinetoken met de rechten ${permissions}`,
          en: `Machine token with the permissions ${permissions}`,
        },
        since: new Date(token.createdAt),
        lastUsedAt: token.lastUsedAt ? new Date(token.lastUsedAt) : undefined,
        expiresAt: new Date(token.expiresAt),
      };
    });
  }

  /**
   * The API leaves out what the caller may not see, and an empty list would
   * pass for a team without tokens. The tokens of the own team are all there;
   * those of another only for whoever may see every token.
   */
  async #requireWholeList(team: string, caller: Caller): Promise<void> {
    if (caller.teams.includes(team)) return;
    const [decision] = await this.permissions.authorizeConditional(
      [{ permission: machineTokenReadPermission }],
      { credentials: caller.credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new SourceError('forbidden');
    }
  }

  async revoke(
    item: ReviewItemRecord,
    { caller }: { caller: Caller },
  ): Promise<Revocation> {
    const id = encodeURIComponent(item.sourceKey);
    await this.api.delete(`/v1/tokens/${id}`, caller);
    return {};
  }
}
