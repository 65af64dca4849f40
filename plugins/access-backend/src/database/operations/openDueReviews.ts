import { PRIVILEGED_ROLES_TEAM } from '@nerds/plugin-access-common';
import type { Knex } from 'knex';
import type { ReviewOptions } from '../../domain/ReviewOptions';

/** A review that the schedule has just opened. @internal */
export interface OpenedReview {
  id: string;
  team: string;
}

/**
 * Opens a review of every team whose last one is too long ago, or that was
 * never reviewed and has been known that long. A team is what somebody is in
 * or has a role for; where nobody is left there is nothing to review.
 *
 * Two of these at once open nothing twice: the index on open reviews decides.
 *
 * @internal
 */
export async function openDueReviews(
  knex: Knex,
  options: Pick<
    ReviewOptions,
    'intervalMs' | 'privilegedIntervalMs' | 'dueMs'
  > & { now: Date },
): Promise<OpenedReview[]> {
  const { now } = options;
  const before = (ms: number) => new Date(now.getTime() - ms);
  return knex.transaction(async tx => {
    await tx.raw(
      `INSERT INTO teams (ref, first_seen_at)
       SELECT ref, :now FROM (
         SELECT unnest(teams) AS ref FROM people
         UNION SELECT team FROM role_grants
           WHERE ended_at IS NULL AND team IS NOT NULL
         UNION SELECT :privileged
       ) AS known ORDER BY ref
       ON CONFLICT (ref) DO NOTHING`,
      { now, privileged: PRIVILEGED_ROLES_TEAM },
    );
    const { rows } = await tx.raw<{ rows: OpenedReview[] }>(
      `INSERT INTO reviews (id, team, state, started_at, due_at)
       SELECT gen_random_uuid(), known.ref, 'open', :now, :dueAt
       FROM teams AS known
       WHERE coalesce(
           (SELECT max(completed_at) FROM reviews WHERE team = known.ref),
           known.first_seen_at
         ) <= CASE WHEN known.ref = :privileged
           THEN :privilegedBefore::timestamptz ELSE :teamBefore::timestamptz END
         AND (
           known.ref = :privileged
           OR EXISTS (SELECT FROM people WHERE teams @> ARRAY[known.ref])
           OR EXISTS (
             SELECT FROM role_grants WHERE team = known.ref AND ended_at IS NULL
               AND (expires_at IS NULL OR expires_at > :now)
           )
         )
       ORDER BY known.ref
       ON CONFLICT (team) WHERE state = 'open' DO NOTHING
       RETURNING id, team`,
      {
        now,
        dueAt: before(-options.dueMs),
        privileged: PRIVILEGED_ROLES_TEAM,
        privilegedBefore: before(options.privilegedIntervalMs),
        teamBefore: before(options.intervalMs),
      },
    );
    return rows;
  });
}
