import { randomUUID } from 'node:crypto';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  PRIVILEGED_ROLES_TEAM,
  type ReviewDecisionRequest,
} from '@nerds/plugin-access-common';
import type { PersonStore } from '../database/PersonStore';
import type { ReviewStore } from '../database/ReviewStore';
import { evaluateDecisions } from '../domain/evaluateDecisions';
import { problems, toQuoted } from '../domain/problems';
import type { CheckedDecision, ReviewRecord } from '../domain/reviewRecords';
import type { ReviewFilter } from '../permissions/reviewResource';
import type { Caller } from './Caller';
import type { ReviewGatherer } from './ReviewGatherer';
import type {
  ReviewDetails,
  ReviewQuery,
  ReviewService,
  ReviewView,
} from './ReviewService';

/** Access reviews, for whoever may. @internal */
export class DefaultReviewService implements ReviewService {
  readonly #store: ReviewStore;
  readonly #gatherer: ReviewGatherer;
  readonly #people: Pick<PersonStore, 'isKnownTeam'>;
  readonly #dueMs: number;
  readonly #now: () => Date;

  constructor(options: {
    store: ReviewStore;
    gatherer: ReviewGatherer;
    people: Pick<PersonStore, 'isKnownTeam'>;
    dueMs: number;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#gatherer = options.gatherer;
    this.#people = options.people;
    this.#dueMs = options.dueMs;
    this.#now = options.now;
  }

  async listReviews(
    query: ReviewQuery & { within?: PermissionCriteria<ReviewFilter> },
  ): Promise<ReviewView[]> {
    const reviews = await this.#store.listReviews(query);
    return reviews.map(toView);
  }

  async startReview(team: string, caller: Caller): Promise<ReviewDetails> {
    const isKnown =
      team === PRIVILEGED_ROLES_TEAM || (await this.#people.isKnownTeam(team));
    if (!isKnown) {
      const values = { value: toQuoted(team) };
      throw problems.validation([
        problems.finding('team', 'team-unknown', values),
      ]);
    }
    const startedAt = this.#now();
    const review = {
      id: randomUUID(),
      team,
      startedAt,
      startedBy: caller.userEntityRef,
      dueAt: new Date(startedAt.getTime() + this.#dueMs),
    };
    if (!(await this.#store.createReview(review))) {
      throw problems.conflict(problems.finding('team', 'review-already-open'));
    }
    return this.getReview(review.id, { gather: true }, caller);
  }

  async getReview(
    id: string,
    options: { gather: boolean },
    caller: Caller,
  ): Promise<ReviewDetails> {
    const review = await this.#require(id);
    if (options.gather && review.state === 'open') {
      const sources = await this.#store.listSources(id);
      const answered = sources.filter(({ failure }) => !failure);
      const missing = this.#gatherer
        .kindsOf(review.team)
        .filter(kind => !answered.some(source => source.kind === kind));
      await this.#gatherer.gather(review, missing, caller);
    }
    return this.#getDetails(id);
  }

  async refreshReview(id: string, caller: Caller): Promise<ReviewDetails> {
    const review = await this.#requireOpen(id);
    const kinds = this.#gatherer.kindsOf(review.team);
    await this.#gatherer.gather(review, kinds, caller);
    return this.#getDetails(id);
  }

  async decide(
    id: string,
    requests: ReviewDecisionRequest[],
    caller: Caller,
  ): Promise<ReviewDetails> {
    const review = await this.#requireOpen(id);
    const items = await this.#store.listItems(id);
    const { decisions, findings } = evaluateDecisions(requests, items);
    if (findings.length > 0) throw problems.validation(findings);
    const isOwn = (decision: CheckedDecision) =>
      items.some(
        ({ id: itemId, subject }) =>
          itemId === decision.itemId && subject === caller.userEntityRef,
      );
    if (decisions.some(isOwn)) throw problems.problem(403, 'own-access');

    const begun = await this.#store.beginDecisions(id, decisions, {
      actor: caller.userEntityRef,
      now: this.#now(),
    });
    if (begun.outcome === 'completed') throw buildCompletedProblem();
    if (begun.outcome === 'revoked-already') {
      const index = decisions.findIndex(({ itemId }) =>
        begun.itemIds.includes(itemId),
      );
      throw problems.conflict(
        problems.finding(`items[${index}].itemId`, 'item-revoked-already'),
      );
    }
    const { team } = review;
    await this.#gatherer.revoke(begun.toRevoke, { team, caller });
    return this.#getDetails(id);
  }

  async completeReview(id: string, caller: Caller): Promise<ReviewDetails> {
    const review = await this.#require(id);
    // Asking again for what is done already is fine.
    if (review.state === 'completed') return this.#getDetails(id);
    // A last look: the record has to hold what there was at its end.
    const { sources } = await this.refreshReview(id, caller);
    const failed = sources.filter(({ failure }) => failure);
    if (failed.length > 0) {
      const kinds = failed.map(({ kind }) => kind).join(', ');
      throw problems.problem(409, 'review-source-failed', { kinds });
    }
    const result = await this.#store.completeReview(id, {
      actor: caller.userEntityRef,
      now: this.#now(),
    });
    if (result.outcome === 'undecided') {
      const { count } = result;
      throw problems.problem(409, 'review-items-undecided', { count });
    }
    return this.#getDetails(id);
  }

  async #require(id: string): Promise<ReviewRecord> {
    const review = await this.#store.getReview(id);
    if (!review) throw problems.problem(404, 'review-not-found');
    return review;
  }

  async #requireOpen(id: string): Promise<ReviewRecord> {
    const review = await this.#require(id);
    if (review.state === 'completed') throw buildCompletedProblem();
    return review;
  }

  async #getDetails(id: string): Promise<ReviewDetails> {
    const [review, items, asked] = await Promise.all([
      this.#require(id),
      this.#store.listItems(id),
      this.#store.listSources(id),
    ]);
    const sources = this.#gatherer
      .kindsOf(review.team)
      .map(kind => asked.find(source => source.kind === kind) ?? { kind });
    return { ...toView(review), items, sources };
  }
}

function toView(review: ReviewRecord): ReviewView {
  return { review, permissions: { decide: review.state === 'open' } };
}

function buildCompletedProblem() {
  return problems.problem(409, 'review-completed');
}
