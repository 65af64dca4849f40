import {
  type ClientOptions,
  PortalHttpClient,
  type RequestOptions,
} from '@nerds/page-parts';
import type {
  AccessReview,
  OwnAccess,
  Person,
  ReviewDecisionRequest,
  RoleDescription,
  RoleGrant,
  RoleGrantRequest,
} from '@nerds/plugin-access-common';
import type { AccessApi } from './AccessApi';

/** As many as the API takes in one request. */
const MAX_DECISIONS = 50;

/** {@link AccessApi} over HTTP. @public */
export class AccessClient implements AccessApi {
  private readonly http: PortalHttpClient;

  constructor(options: ClientOptions) {
    this.http = new PortalHttpClient('access', options);
  }

  getOwnAccess(options?: RequestOptions) {
    return this.http.request<OwnAccess>('/me', options);
  }

  listRoles(options?: RequestOptions) {
    return this.http.list<RoleDescription>('/roles', options);
  }

  listPeople(options?: RequestOptions) {
    return this.http.list<Person>('/people', options);
  }

  grantRole(request: RoleGrantRequest) {
    return this.http.request<RoleGrant>('/role-grants', {
      method: 'POST',
      body: request,
    });
  }

  async revokeRole(grantId: string) {
    await this.http.request<void>(
      `/role-grants/${encodeURIComponent(grantId)}`,
      { method: 'DELETE' },
    );
  }

  listReviews(options?: RequestOptions) {
    return this.http.list<AccessReview>('/reviews', options);
  }

  getReview(id: string, options?: RequestOptions) {
    return this.http.request<AccessReview>(reviewPath(id), options);
  }

  startReview(team: string) {
    return this.http.request<AccessReview>('/reviews', {
      method: 'POST',
      body: { team },
    });
  }

  refreshReview(id: string) {
    return this.http.request<AccessReview>(`${reviewPath(id)}/refreshes`, {
      method: 'POST',
    });
  }

  async decide(id: string, decisions: ReviewDecisionRequest[]) {
    const [first, ...rest] = toBatches(decisions);
    let review = await this.sendDecisions(id, first);
    for (const batch of rest) review = await this.sendDecisions(id, batch);
    return review;
  }

  completeReview(id: string) {
    return this.http.request<AccessReview>(`${reviewPath(id)}/completion`, {
      method: 'POST',
    });
  }

  private sendDecisions(id: string, decisions: ReviewDecisionRequest[]) {
    return this.http.request<AccessReview>(`${reviewPath(id)}/decisions`, {
      method: 'POST',
      body: { items: decisions },
    });
  }
}

function toBatches(decisions: ReviewDecisionRequest[]) {
  const count = Math.ceil(decisions.length / MAX_DECISIONS);
  return Array.from({ length: count }, (_, index) =>
    decisions.slice(index * MAX_DECISIONS, (index + 1) * MAX_DECISIONS),
  );
}

function reviewPath(id: string): string {
  return `/reviews/${encodeURIComponent(id)}`;
}
