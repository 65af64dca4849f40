import type { Knex } from 'knex';
import type { CheckedDecision } from '../../domain/reviewRecords';
import type { BeginDecisionsResult } from '../ReviewStore';
import { toReviewItemRecord, type DbReviewItemsRow } from '../reviewTables';
import { lockOpenReview } from './lockOpenReview';

/**
 * Writes decisions down, all or none.
 *
 * Sending a decision again changes nothing, but tries a revocation again that
 * did not succeed. A confirmation is done at once; a revocation is an
 * intention until its source says that the access is gone.
 *
 * @internal
 */
export async function beginDecisions(
  knex: Knex,
  reviewId: string,
  decisions: CheckedDecision[],
  options: { actor: string; now: Date },
): Promise<BeginDecisionsResult> {
  const { actor, now } = options;
  return knex.transaction(async (tx): Promise<BeginDecisionsResult> => {
    if (!(await lockOpenReview(tx, reviewId))) return { outcome: 'completed' };
    const items = () =>
      tx<DbReviewItemsRow>('review_items').where({ review_id: reviewId });
    const idsOf = (decision: CheckedDecision['decision']) =>
      decisions
        .filter(item => item.decision === decision)
        .map(item => item.itemId);

    const revokedAlready = await items()
      .whereIn('id', idsOf('confirm'))
      .where({ decision: 'revoke' })
      .pluck('id');
    if (revokedAlready.length > 0) {
      return { outcome: 'revoked-already', itemIds: revokedAlready };
    }

    await items().whereIn('id', idsOf('confirm')).whereNull('decision').update({
      decision: 'confirm',
      decided_by: actor,
      decided_at: now,
      applied_at: now,
      failure: null,
    });
    const toRevoke: DbReviewItemsRow[] = [];
    for (const { itemId, decision, reason } of decisions) {
      if (decision !== 'revoke') continue;
      const rows = await items()
        .where({ id: itemId })
        .whereRaw(`(decision IS DISTINCT FROM 'revoke' OR applied_at IS NULL)`)
        .update({
          decision,
          reason,
          decided_by: actor,
          decided_at: now,
          applied_at: null,
          failure: null,
        })
        .returning('*');
      toRevoke.push(...rows);
    }
    return { outcome: 'begun', toRevoke: toRevoke.map(toReviewItemRecord) };
  });
}
