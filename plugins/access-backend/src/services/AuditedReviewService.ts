import type { AuditorServiceEvent } from '@backstage/backend-plugin-api';
import type { ReviewDecisionRequest } from '@nerds/plugin-access-common';
import type { ReviewItemRecord } from '../domain/reviewRecords';
import { toAuditError, type AuditTrail } from './AuditTrail';
import type { Caller } from './Caller';
import type {
  ReviewDetails,
  ReviewQuery,
  ReviewService,
  ReviewView,
} from './ReviewService';

/**
 * Writes every change of a review and every refusal to the audit log; of
 * decisions a line per access, so that a search for somebody finds them.
 *
 * @internal
 */
export class AuditedReviewService implements ReviewService {
  constructor(
    private readonly inner: ReviewService,
    private readonly audit: AuditTrail,
  ) {}

  async listReviews(query: ReviewQuery, caller: Caller): Promise<ReviewView[]> {
    const { team, state } = query;
    const meta = { queryType: 'reviews', team, state };
    return this.audit.auditRefusal(caller, meta, () =>
      this.inner.listReviews({ team, state }, caller),
    );
  }

  async startReview(team: string, caller: Caller): Promise<ReviewDetails> {
    return this.audit.auditChange(
      caller,
      {
        eventId: 'access-review-start',
        severityLevel: 'medium',
        meta: { object: team, team },
      },
      () => this.inner.startReview(team, caller),
      ({ review }) => ({ object: toObject(review.id) }),
    );
  }

  async getReview(
    id: string,
    options: { gather: boolean },
    caller: Caller,
  ): Promise<ReviewDetails> {
    const meta = { queryType: 'review', object: toObject(id) };
    return this.audit.auditRefusal(caller, meta, () =>
      this.inner.getReview(id, options, caller),
    );
  }

  async refreshReview(id: string, caller: Caller): Promise<ReviewDetails> {
    return this.audit.auditChange(
      caller,
      {
        eventId: 'access-review-refresh',
        severityLevel: 'medium',
        meta: { object: toObject(id) },
      },
      () => this.inner.refreshReview(id, caller),
      ({ review }) => ({ team: review.team }),
    );
  }

  async decide(
    id: string,
    decisions: ReviewDecisionRequest[],
    caller: Caller,
  ): Promise<ReviewDetails> {
    const events = new Map<string, AuditorServiceEvent>();
    for (const { itemId, decision } of decisions) {
      if (events.has(itemId)) continue;
      const event = await this.audit.createEvent(caller, {
        eventId: `access-${decision}`,
        severityLevel: decision === 'revoke' ? 'high' : 'medium',
        meta: { object: toObject(id), reviewId: id, itemId },
      });
      events.set(itemId, event);
    }
    try {
      const details = await this.inner.decide(id, decisions, caller);
      for (const [itemId, event] of events) {
        const item = details.items.find(known => known.id === itemId);
        await finishDecision(event, item, details.review.team);
      }
      return details;
    } catch (error) {
      for (const event of events.values()) {
        await event.fail({ error: toAuditError(error) });
      }
      throw error;
    }
  }

  async completeReview(id: string, caller: Caller): Promise<ReviewDetails> {
    return this.audit.auditChange(
      caller,
      {
        eventId: 'access-review-complete',
        severityLevel: 'medium',
        meta: { object: toObject(id) },
      },
      () => this.inner.completeReview(id, caller),
      ({ review }) => ({ team: review.team, itemCount: review.itemCount }),
    );
  }
}

async function finishDecision(
  event: AuditorServiceEvent,
  item: ReviewItemRecord | undefined,
  team: string,
): Promise<void> {
  const meta = item
    ? { object: item.subject, kind: item.kind, source: item.sourceKey, team }
    : { team };
  if (item?.appliedAt) {
    await event.success({ meta });
  } else {
    const reason = item?.failure?.en ?? 'The item is not there any more';
    await event.fail({ error: new Error(reason), meta });
  }
}

function toObject(id: string): string {
  return `access-review:${id}`;
}
