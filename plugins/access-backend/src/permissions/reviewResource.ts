import {
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  ACCESS_REVIEW_RESOURCE_TYPE,
  IS_FOR_TEAM_RULE,
} from '@nerds/plugin-access-common';
import { z } from 'zod';

/** What a decision about a review looks at. @internal */
export interface ReviewResource {
  /** Entity ref. */
  team: string;
}

/** Reviews of these teams, as a part of a query. @internal */
export interface ReviewFilter {
  teams: string[];
}

/** @internal */
export const reviewResourceRef = createPermissionResourceRef<
  ReviewResource,
  ReviewFilter
>().with({
  pluginId: 'access',
  resourceType: ACCESS_REVIEW_RESOURCE_TYPE,
});

/** The review is about one of these teams. @internal */
export const isForTeam = createPermissionRule({
  name: IS_FOR_TEAM_RULE,
  description: 'Allow reviews of one of these teams',
  resourceRef: reviewResourceRef,
  paramsSchema: z.object({
    teams: z.array(z.string()).describe('Entity refs of the teams'),
  }),
  apply: ({ team }, { teams }) => teams.includes(team),
  toQuery: ({ teams }) => ({ teams }),
});
