import { createApiRef } from '@backstage/frontend-plugin-api';
import type { RequestOptions } from '@nerds/page-parts';
import type {
  AccessReview,
  OwnAccess,
  Person,
  ReviewDecisionRequest,
  RoleDescription,
  RoleGrant,
  RoleGrantRequest,
} from '@nerds/plugin-access-common';

/**
 * Roles and access reviews as the pages use them. Sentences in the answers are
 * in the language of the portal at the moment of the call.
 *
 * @remarks
 * Every method throws a {@link PortalApiError} for an answer that is not a
 * success, and whatever `fetch` throws when there is no answer.
 *
 * @public
 */
export interface AccessApi {
  getOwnAccess(options?: RequestOptions): Promise<OwnAccess>;
  listRoles(options?: RequestOptions): Promise<RoleDescription[]>;
  /** People the person may see: of the own teams, or all. */
  listPeople(options?: RequestOptions): Promise<Person[]>;
  grantRole(request: RoleGrantRequest): Promise<RoleGrant>;
  revokeRole(grantId: string): Promise<void>;
  listReviews(options?: RequestOptions): Promise<AccessReview[]>;
  getReview(id: string, options?: RequestOptions): Promise<AccessReview>;
  startReview(team: string): Promise<AccessReview>;
  /** Asks again for what of the list could not be had. */
  refreshReview(id: string): Promise<AccessReview>;
  /** @returns the review after the decisions */
  decide(id: string, decisions: ReviewDecisionRequest[]): Promise<AccessReview>;
  completeReview(id: string): Promise<AccessReview>;
}

/** Reference of {@link AccessApi}. @public */
export const accessApiRef = createApiRef<AccessApi>().with({
  id: 'plugin.access.service',
  pluginId: 'access',
});
