/**
 * Who has which role, who has signed in, and the reviews of who has access to
 * what. Grants and reviews are records: they are ended, never deleted.
 * PostgreSQL only: it leans on partial and GIN indexes, text[] and row locks.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createGrants(knex);
  await createPeople(knex);
  await createReviews(knex);
};

/** @param {import('knex').Knex} knex */
async function createGrants(knex) {
  await knex.schema.createTable('role_grants', table => {
    table.comment('Roles given in the portal; a row stays when it ends');
    table.uuid('id').primary();
    table.text('role').notNullable();
    table.text('subject').notNullable().comment('Entity ref: group or user');
    table.text('team').nullable().comment('Entity ref; null: every own team');
    table.text('reason').notNullable();
    table.text('granted_by').notNullable();
    table.timestamp('granted_at').notNullable();
    table.timestamp('expires_at').nullable();
    table.timestamp('ended_at').nullable();
    table.text('revoked_by').nullable().comment('null: it ended by itself');
    table.index(['subject']);
  });
  // Last guard: whatever happens above, nobody is given the same thing twice.
  await knex.schema.raw(`
    CREATE UNIQUE INDEX role_grants_living
      ON role_grants (role, subject, coalesce(team, '')) WHERE ended_at IS NULL`);
}

/** @param {import('knex').Knex} knex */
async function createPeople(knex) {
  await knex.schema.createTable('people', table => {
    table.comment('Who has signed in; no more than the reviews need');
    table.text('ref').primary().comment('Entity ref');
    table.text('display_name').nullable();
    table
      .specificType('teams', 'text[]')
      .notNullable()
      .comment('Entity refs, as the identity provider said last');
    table.timestamp('last_sign_in_at').notNullable();
    table.index(['last_sign_in_at']);
  });
  await knex.schema.raw(
    'CREATE INDEX people_teams ON people USING gin (teams)',
  );

  await knex.schema.createTable('teams', table => {
    table.comment(
      'Since when a team is known: its first review counts from it',
    );
    table.text('ref').primary().comment('Entity ref');
    table.timestamp('first_seen_at').notNullable();
  });

  await knex.schema.createTable('revoked_members', table => {
    table.comment(
      'Taken out of a team by a review, until the identity provider agrees',
    );
    table.text('user_ref').notNullable();
    table.text('team').notNullable();
    table.text('revoked_by').notNullable();
    table.timestamp('revoked_at').notNullable();
    table.primary(['user_ref', 'team']);
  });
}

/** @param {import('knex').Knex} knex */
async function createReviews(knex) {
  await knex.schema.createTable('reviews', table => {
    table.comment('Reviews of who has access to what of a team');
    table.uuid('id').primary();
    table.text('team').notNullable().comment('Entity ref');
    table.text('state').notNullable().comment('open or completed');
    table.timestamp('started_at').notNullable();
    table.text('started_by').nullable().comment('null: the schedule');
    table.timestamp('due_at').notNullable();
    table.timestamp('completed_at').nullable();
    table.text('completed_by').nullable();
    table.index(['team', 'completed_at']);
  });
  await knex.schema.raw(`
    CREATE UNIQUE INDEX reviews_open ON reviews (team) WHERE state = 'open'`);

  await knex.schema.createTable('review_sources', table => {
    table.comment('Whether the items of a kind could be gathered');
    addReview(table);
    table.text('kind').notNullable();
    table.jsonb('failure').nullable().comment('Text per language; null: fine');
    table.timestamp('gathered_at').notNullable();
    table.text('gathered_by').notNullable();
    table.primary(['review_id', 'kind']);
  });

  await knex.schema.createTable('review_items', table => {
    table.comment('What was found, and what was decided about it');
    table.uuid('id').primary();
    addReview(table);
    table.text('kind').notNullable();
    table
      .text('source_key')
      .notNullable()
      .comment('What the source knows it by; also what it revokes it with');
    table.text('subject').notNullable();
    table.jsonb('access').notNullable().comment('Text per language');
    table.timestamp('since').nullable();
    table.timestamp('last_used_at').nullable();
    table.timestamp('expires_at').nullable();
    table.text('decision').nullable().comment('confirm or revoke');
    table.text('reason').nullable();
    table.text('decided_by').nullable();
    table.timestamp('decided_at').nullable();
    table
      .timestamp('applied_at')
      .nullable()
      .comment('null with a decision: the revocation has not succeeded yet');
    table.jsonb('failure').nullable().comment('Text per language');
    table.jsonb('follow_up').nullable().comment('Text per language');
    table.unique(['review_id', 'kind', 'source_key']);
  });

  await knex.schema.createTable('review_reminders', table => {
    table.comment('Reminders that were sent, so that each is sent once');
    addReview(table);
    table.text('step').notNullable();
    table.timestamp('sent_at').notNullable();
    table.primary(['review_id', 'step']);
  });
}

/** @param {import('knex').Knex.CreateTableBuilder} table */
function addReview(table) {
  table
    .uuid('review_id')
    .notNullable()
    .references('reviews.id')
    .onDelete('CASCADE');
}

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('review_reminders');
  await knex.schema.dropTable('review_items');
  await knex.schema.dropTable('review_sources');
  await knex.schema.dropTable('reviews');
  await knex.schema.dropTable('revoked_members');
  await knex.schema.dropTable('teams');
  await knex.schema.dropTable('people');
  await knex.schema.dropTable('role_grants');
};
