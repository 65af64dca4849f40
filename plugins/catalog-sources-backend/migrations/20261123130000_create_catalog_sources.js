/**
 * The ledger of what fills the catalog: the sources that report their runs, how
 * each run ended, and what was wrong with which item.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('sources', table => {
    table.comment('Sources that report their runs');
    table.text('id').primary();
    table.jsonb('title').notNullable().comment('Text per language');
    table.text('kind').notNullable();
    table.text('plugin_id').notNullable().comment('Plugin that runs it');
    table.text('task_id').notNullable().comment('Task of its scheduler');
    table.timestamp('registered_at').notNullable();
    table
      .timestamp('requested_at')
      .nullable()
      .comment('Somebody asked for a run, which has not started yet');
  });

  await knex.schema.createTable('runs', table => {
    table.comment('The last runs of each source');
    table.uuid('id').primary();
    table
      .text('source_id')
      .notNullable()
      .references('sources.id')
      .onDelete('CASCADE');
    table.text('state').notNullable();
    table.timestamp('started_at').notNullable();
    table
      .timestamp('heard_at')
      .notNullable()
      .comment('Last sign of life; long ago while it runs: interrupted');
    table.timestamp('ended_at').nullable();
    table.jsonb('counts').nullable();
    table.jsonb('error').nullable().comment('Text per language');
    table.integer('item_error_count').notNullable().defaultTo(0);
    table.index(['source_id', 'started_at']);
  });

  await knex.schema.createTable('item_errors', table => {
    table.comment('What was wrong with which item of a run');
    table
      .uuid('run_id')
      .notNullable()
      .references('runs.id')
      .onDelete('CASCADE');
    table.integer('position').notNullable().comment('From 0, as reported');
    table.text('item_id').notNullable();
    table.text('item_url').nullable();
    table.text('field').nullable();
    table.jsonb('message').notNullable().comment('Text per language');
    table.primary(['run_id', 'position']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('item_errors');
  await knex.schema.dropTable('runs');
  await knex.schema.dropTable('sources');
};
