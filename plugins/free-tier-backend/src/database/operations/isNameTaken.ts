import type { Knex } from 'knex';
import type { DbClustersRow } from '../tables';

/**
 * Whether a team's name is in use, or was until recently.
 * @internal
 */
export async function isNameTaken(
  knex: Knex,
  options: { ownerRef: string; name: string; freeWhenDeletedBefore: Date },
): Promise<boolean> {
  const row = await knex<DbClustersRow>('clusters')
    .where({ owner_ref: options.ownerRef, name: options.name })
    .andWhere(either => {
      void either
        .whereNot('state', 'deleted')
        .orWhere('deleted_at', '>=', options.freeWhenDeletedBefore);
    })
    .first('id');
  return row !== undefined;
}
