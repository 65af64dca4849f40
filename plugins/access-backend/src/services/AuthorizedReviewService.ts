import {
  accessReviewDecidePermission,
  accessReviewReadPermission,
  type ReviewDecisionRequest,
} from '@nerds/plugin-access-common';
import type { ReviewStore } from '../database/ReviewStore';
import { problems } from '../domain/problems';
import type { Caller } from './Caller';
import type { ReviewAuthorizer, TeamScope } from './ReviewAuthorizer';
import type {
  ReviewDetails,
  ReviewQuery,
  ReviewService,
  ReviewView,
} from './ReviewService';

/**
 * Lets a call through only when the policy says so about the team of the
 * review. A review that the caller may not see does not exist for that caller.
 *
 * @internal
 */
export class AuthorizedReviewService implements ReviewService {
  readonly #inner: ReviewService;
  readonly #store: Pick<ReviewStore, 'getReview'>;
  readonly #authorizer: ReviewAuthorizer;

  constructor(options: {
    inner: ReviewService;
    store: Pick<ReviewStore, 'getReview'>;
    authorizer: ReviewAuthorizer;
  }) {
    this.#inner = options.inner;
    this.#store = options.store;
    this.#authorizer = options.authorizer;
  }

  async listReviews(query: ReviewQuery, caller: Caller): Promise<ReviewView[]> {
    const [read, decide] = await this.#getScopes(caller);
    if (read.isEmpty) throw problems.problem(403, 'not-allowed');
    const views = await this.#inner.listReviews(
      { team: query.team, state: query.state, within: read.filter },
      caller,
    );
    return views.map(view => toPermitted(view, decide));
  }

  async startReview(team: string, caller: Caller): Promise<ReviewDetails> {
    const [, decide] = await this.#getScopes(caller);
    if (!decide.includes(team)) throw problems.problem(403, 'not-allowed');
    return toPermitted(await this.#inner.startReview(team, caller), decide);
  }

  async getReview(
    id: string,
    _options: { gather: boolean },
    caller: Caller,
  ): Promise<ReviewDetails> {
    const { team, decide } = await this.#requireVisible(id, caller);
    const options = { gather: decide.includes(team) };
    const details = await this.#inner.getReview(id, options, caller);
    return toPermitted(details, decide);
  }

  async refreshReview(id: string, caller: Caller): Promise<ReviewDetails> {
    const decide = await this.#requireDecide(id, caller);
    return toPermitted(await this.#inner.refreshReview(id, caller), decide);
  }

  async decide(
    id: string,
    decisions: ReviewDecisionRequest[],
    caller: Caller,
  ): Promise<ReviewDetails> {
    const decide = await this.#requireDecide(id, caller);
    const details = await this.#inner.decide(id, decisions, caller);
    return toPermitted(details, decide);
  }

  async completeReview(id: string, caller: Caller): Promise<ReviewDetails> {
    const decide = await this.#requireDecide(id, caller);
    return toPermitted(await this.#inner.completeReview(id, caller), decide);
  }

  async #getScopes(caller: Caller): Promise<TeamScope[]> {
    return this.#authorizer.getTeamScopes(
      [accessReviewReadPermission, accessReviewDecidePermission],
      caller,
    );
  }

  async #requireVisible(
    id: string,
    caller: Caller,
  ): Promise<{ team: string; decide: TeamScope }> {
    const [[read, decide], review] = await Promise.all([
      this.#getScopes(caller),
      this.#store.getReview(id),
    ]);
    if (!review || !read.includes(review.team)) {
      throw problems.problem(404, 'review-not-found');
    }
    return { team: review.team, decide };
  }

  async #requireDecide(id: string, caller: Caller): Promise<TeamScope> {
    const { team, decide } = await this.#requireVisible(id, caller);
    if (!decide.includes(team)) throw problems.problem(403, 'not-allowed');
    return decide;
  }
}

/** Both the state of the review and the rights of the caller have to allow it. */
function toPermitted<T extends ReviewView>(view: T, decide: TeamScope): T {
  const mayDecide = decide.includes(view.review.team);
  return {
    ...view,
    permissions: { decide: view.permissions.decide && mayDecide },
  };
}
