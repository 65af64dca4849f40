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
import {
  PortalHttpClient,
  type ClientOptions,
  type RequestOptions,
} from './PortalHttpClient';

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

  decide(id: string, decisions: ReviewDecisionRequest[]) {
    return this.http.request<AccessReview>(`${reviewPath(id)}/decisions`, {
      method: 'POST',
      body: { items: decisions },
    });
  }

  completeReview(id: string) {
    return this.http.request<AccessReview>(`${reviewPath(id)}/completion`, {
      method: 'POST',
    });
  }
}

function reviewPath(id: string): string {
  return `/reviews/${encodeURIComponent(id)}`;
}
