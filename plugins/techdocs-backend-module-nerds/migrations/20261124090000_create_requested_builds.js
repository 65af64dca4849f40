/**
 * Builds of documentation that a person asked for, so that every replica of the
 * portal knows of the same one.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('requested_builds', table => {
    table.comment('The last build of each entity that a person asked for');
    table.text('entity_ref').primary();
    table.uuid('id').notNullable().unique().comment('Of this build');
    table.text('state').notNullable().comment('running, succeeded or failed');
    table.text('reason').comment('Why it failed');
    table.text('log').notNullable();
    table.timestamp('started_at').notNullable();
    table
      .timestamp('alive_at')
      .notNullable()
      .index()
      .comment('When whoever builds last said so');
    table.timestamp('ended_at');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('requested_builds');
};
