import type {
  AccessReview,
  OwnAccess,
  Person,
  ReviewDecisionRequest,
  RoleDescription,
  RoleGrantRequest,
} from '@nerds/plugin-access-common';
import type { AccessApi } from '../api';
import {
  buildApiError,
  buildGrant,
  buildOwnAccess,
  buildReview,
  buildRoles,
} from './builders';
import { CallRecorder } from './CallRecorder';

/** Roles and reviews in memory; set its fields to what a test needs. */
export class FakeAccessApi extends CallRecorder implements AccessApi {
  me: OwnAccess = buildOwnAccess();
  roles: RoleDescription[] = buildRoles();
  people: Person[] = [];
  reviews: AccessReview[] = [];

  getOwnAccess = () => this.answer('getOwnAccess', [], this.me);
  listRoles = () => this.answer('listRoles', [], this.roles);
  listPeople = () => this.answer('listPeople', [], this.people);
  listReviews = () => this.answer('listReviews', [], this.reviews);

  async grantRole(request: RoleGrantRequest) {
    const grant = await this.answer(
      'grantRole',
      [request],
      buildGrant({ ...request, id: 'new' }),
    );
    this.roles = this.roles.map(role =>
      role.role === grant.role
        ? { ...role, grants: [...role.grants, grant] }
        : role,
    );
    return grant;
  }

  async revokeRole(grantId: string) {
    await this.answer('revokeRole', [grantId], undefined);
    this.roles = this.roles.map(role => ({
      ...role,
      grants: role.grants.filter(({ id }) => id !== grantId),
    }));
  }

  async getReview(id: string) {
    return this.answer('getReview', [id], this.find(id));
  }

  async startReview(team: string) {
    const review = buildReview({ id: 'started', team });
    const answer = await this.answer('startReview', [team], review);
    this.reviews = [...this.reviews, review];
    return answer;
  }

  async refreshReview(id: string) {
    await this.answer('refreshReview', [id], undefined);
    return this.keep({
      ...this.find(id),
      sources: [{ kind: 'member', state: 'gathered' }],
    });
  }

  async decide(id: string, decisions: ReviewDecisionRequest[]) {
    await this.answer('decide', [id, decisions], undefined);
    const review = this.find(id);
    const items = review.items?.map(item => {
      const made = decisions.find(({ itemId }) => itemId === item.id);
      if (!made) return item;
      return {
        ...item,
        decision: made.decision,
        reason: made.reason,
        decidedBy: this.me.userEntityRef,
        decidedAt: new Date().toISOString(),
        followUp:
          made.decision === 'revoke' && item.kind === 'member'
            ? 'Haal deze persoon uit de groep bij de identiteitsvoorziening.'
            : undefined,
      };
    });
    return this.keep({ ...review, items });
  }

  async completeReview(id: string) {
    await this.answer('completeReview', [id], undefined);
    return this.keep({
      ...this.find(id),
      state: 'completed',
      completedAt: new Date().toISOString(),
      completedBy: this.me.userEntityRef,
    });
  }

  private find(id: string): AccessReview {
    const found = this.reviews.find(review => review.id === id);
    if (!found) throw buildApiError(404, 'Er is geen beoordeling met dit id.');
    return found;
  }

  private keep(changed: AccessReview): AccessReview {
    const review = buildReview(changed);
    this.reviews = this.reviews.map(known =>
      known.id === review.id ? review : known,
    );
    return review;
  }
}
