import {
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  MACHINE_TOKEN_IS_OWNED_BY,
  MACHINE_TOKEN_RESOURCE_TYPE,
} from '@nerds/plugin-machine-access-common';
import { z } from 'zod';
import type { TokenFilter } from '../database/TokenStore';

/** What the permissions of tokens are about: a token, or a workload identity. @internal */
export interface TeamOwned {
  /** Entity ref. */
  team: string;
}

/** @internal */
export const machineTokenResourceRef = createPermissionResourceRef<
  TeamOwned,
  TokenFilter
>().with({
  pluginId: 'machine-access',
  resourceType: MACHINE_TOKEN_RESOURCE_TYPE,
});

/** @internal */
export const isOwnedBy = createPermissionRule({
  name: MACHINE_TOKEN_IS_OWNED_BY,
  description: 'Holds for what is of one of the teams',
  resourceRef: machineTokenResourceRef,
  paramsSchema: z.object({
    teams: z.array(z.string()).describe('Entity refs of teams'),
  }),
  apply: (owned, { teams }) => teams.includes(owned.team),
  toQuery: ({ teams }) => ({ teams }),
});
