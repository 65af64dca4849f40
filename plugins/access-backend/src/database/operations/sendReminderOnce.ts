import type { Knex } from 'knex';
import type { DbReviewRemindersRow } from '../reviewTables';
import { lockOpenReview } from './lockOpenReview';

/**
 * Sends a reminder unless it was sent before or the review is completed.
 *
 * It is written down in the transaction that sends it: what could not be sent
 * is tried again the next time. Should the portal stop right after sending, it
 * is sent twice, and the second takes the place of the first (one scope).
 *
 * @returns whether it was sent
 * @internal
 */
export async function sendReminderOnce(
  knex: Knex,
  reminder: { reviewId: string; step: string; now: Date },
  send: () => Promise<void>,
): Promise<boolean> {
  const { reviewId, step, now } = reminder;
  return knex.transaction(async tx => {
    if (!(await lockOpenReview(tx, reviewId))) return false;
    const rows = await tx<DbReviewRemindersRow>('review_reminders')
      .insert({ review_id: reviewId, step, sent_at: now })
      .onConflict(['review_id', 'step'])
      .ignore()
      .returning('step');
    if (rows.length === 0) return false;
    await send();
    return true;
  });
}
