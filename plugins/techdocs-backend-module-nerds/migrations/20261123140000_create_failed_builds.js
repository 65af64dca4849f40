/**
 * Documentation that could not be made, so that it is not tried again for
 * everyone who opens it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('failed_builds', table => {
    table.comment('The last failed build of each site');
    table.text('site').primary().comment('Source and name of the site');
    table.text('etag').notNullable().comment('Version of the source');
    table.text('reason').notNullable();
    table.text('log').notNullable();
    table.timestamp('failed_at').notNullable();
    table.timestamp('forget_at').notNullable().index();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('failed_builds');
};
