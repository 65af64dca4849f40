import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { createMigratedDatabases } from '../__testUtils__/testDatabase';
import { createStores } from '../createServices';

const initDatabase = createMigratedDatabases();
const directory = resolvePackagePath(
  '@nerds/plugin-access-backend',
  'migrations',
);
const NOW = new Date('2026-11-23T09:00:00Z');
const TEAM = 'group:default/burgerzaken';

const tablesOf = async (knex: Knex): Promise<string[]> => {
  const { rows } = await knex.raw(
    `SELECT table_name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_name NOT LIKE 'knex%'
     ORDER BY table_name`,
  );
  return rows.map((row: { table_name: string }) => row.table_name);
};

describe('migrations', () => {
  it('20261123120000_create_access goes up and down, also with data', async () => {
    const knex = await initDatabase();
    expect(await tablesOf(knex)).toEqual([
      'people',
      'review_items',
      'review_reminders',
      'review_sources',
      'reviews',
      'revoked_members',
      'role_grants',
      'teams',
    ]);
    const { people, reviews } = createStores(knex);
    await people.recordSignIn({
      ref: 'user:default/jan',
      teams: [TEAM],
      lastSignInAt: NOW,
    });
    const id = '0d9c4f0e-5f3a-4b7e-9a52-6f1f6f7f2a11';
    await reviews.createReview({ id, team: TEAM, startedAt: NOW, dueAt: NOW });
    await reviews.saveGathered(id, {
      kind: 'member',
      result: {
        found: [
          {
            sourceKey: 'jan',
            subject: 'jan',
            access: { nl: 'lid', en: 'member' },
          },
        ],
      },
      gatheredBy: 'user:default/lead',
      now: NOW,
    });
    await knex.migrate.down({ directory });
    expect(await tablesOf(knex)).toEqual([]);
    await knex.migrate.latest({ directory });
    expect(await tablesOf(knex)).toHaveLength(8);
  });

  it('refuses the same grant twice and two open reviews of a team', async () => {
    const knex = await initDatabase();
    const grant = (id: number, overrides: object = {}) =>
      knex('role_grants').insert({
        id: `0d9c4f0e-5f3a-4b7e-9a52-6f1f6f7f2a1${id}`,
        role: 'auditor',
        subject: 'user:default/jan',
        reason: 'x',
        granted_by: 'user:default/admin',
        granted_at: NOW,
        ...overrides,
      });
    await grant(1);
    await expect(grant(2)).rejects.toThrow(/role_grants_living/);
    await grant(3, { ended_at: NOW });
    const review = (id: number, state: string) =>
      knex('reviews').insert({
        id: `0d9c4f0e-5f3a-4b7e-9a52-6f1f6f7f2a1${id}`,
        team: TEAM,
        state,
        started_at: NOW,
        due_at: NOW,
      });
    await review(1, 'open');
    await expect(review(2, 'open')).rejects.toThrow(/reviews_open/);
    await review(3, 'completed');
  });
});
