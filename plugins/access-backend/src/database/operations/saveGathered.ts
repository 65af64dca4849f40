import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { FoundItem } from '../../domain/reviewRecords';
import type { GatheredItems } from '../ReviewStore';
import type { DbReviewItemsRow, DbReviewSourcesRow } from '../reviewTables';
import { lockOpenReview } from './lockOpenReview';

/**
 * How long a revocation may be under way, in milliseconds: far longer than any
 * answer is waited for. One that is older and whose access is still there did
 * not succeed.
 */
const REVOCATION_MS = 60_000;

/**
 * Puts what was found beside what is there.
 *
 * A revocation whose end is unknown (the portal stopped, the answer got lost)
 * is settled here, as the source says whether the access is still there: gone
 * means it succeeded, still there means it has to be decided again.
 *
 * @internal
 */
export async function saveGathered(
  knex: Knex,
  reviewId: string,
  gathered: GatheredItems,
): Promise<void> {
  const { kind, result, gatheredBy, now } = gathered;
  await knex.transaction(async tx => {
    if (!(await lockOpenReview(tx, reviewId))) return;
    await tx<DbReviewSourcesRow>('review_sources')
      .insert({
        review_id: reviewId,
        kind,
        failure:
          'failure' in result
            ? tx.raw('?::jsonb', [JSON.stringify(result.failure)])
            : null,
        gathered_at: now,
        gathered_by: gatheredBy,
      })
      .onConflict(['review_id', 'kind'])
      .merge();
    if ('failure' in result) return;

    const ofKind = () =>
      tx<DbReviewItemsRow>('review_items').where({ review_id: reviewId, kind });
    const keys = result.found.map(item => item.sourceKey);
    await ofKind()
      .whereNull('decision')
      .whereNotIn('source_key', keys)
      .delete();
    await ofKind()
      .whereNull('applied_at')
      .whereNotIn('source_key', keys)
      .update({ applied_at: now, failure: null });
    await ofKind()
      .whereNull('applied_at')
      .where('decided_at', '<', new Date(now.getTime() - REVOCATION_MS))
      .update({
        decision: null,
        reason: null,
        decided_by: null,
        decided_at: null,
      });
    await insertFound(tx, { reviewId, kind, found: result.found });
  });
}

async function insertFound(
  tx: Knex.Transaction,
  options: {
    reviewId: string;
    kind: GatheredItems['kind'];
    found: FoundItem[];
  },
): Promise<void> {
  const { reviewId, kind, found } = options;
  if (found.length === 0) return;
  const rows = found.map(item => ({
    id: randomUUID(),
    review_id: reviewId,
    kind,
    source_key: item.sourceKey,
    subject: item.subject,
    access: JSON.stringify(item.access),
    since: item.since ?? null,
    last_used_at: item.lastUsedAt ?? null,
    expires_at: item.expiresAt ?? null,
  }));
  const columns = [
    'subject',
    'access',
    'since',
    'last_used_at',
    'expires_at',
  ] as const;
  for (let start = 0; start < rows.length; start += 1000) {
    await tx('review_items')
      .insert(rows.slice(start, start + 1000))
      .onConflict(['review_id', 'kind', 'source_key'])
      .merge([...columns])
      .whereNull('review_items.applied_at');
  }
}
