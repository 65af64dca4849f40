/**
 * What the registers of the government said last, and since when. The tables
 * live in the catalog's database, so that they share its fate: a catalog that
 * is restored or emptied takes what is known about its sources with it.
 * PostgreSQL only.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('government_items', table => {
    table.comment('Items of the registers, and the entities made of them');
    table.text('source_id').notNullable();
    table.text('item_id').notNullable().comment('What the source knows it by');
    table.text('entity_ref').notNullable();
    table.text('location_key').notNullable();
    table
      .text('fingerprint')
      .notNullable()
      .comment('Hash of what the list of the source says about it');
    table.text('entity_hash').notNullable();
    table
      .text('entity')
      .notNullable()
      .comment('JSON, as given to the catalog last; archived from here');
    table.text('on_vanish').notNullable().comment('archive or remove');
    table.timestamp('first_seen_at').notNullable();
    table.timestamp('last_seen_at').notNullable();
    table.timestamp('checked_at').notNullable().comment('Read in detail');
    table.timestamp('missing_since').nullable();
    table.timestamp('archived_at').nullable();
    table.primary(['source_id', 'item_id']);
    table.index(['source_id', 'last_seen_at']);
  });
  await knex.schema.createTable('government_responses', table => {
    table.comment('Answers that can be asked for again with If-None-Match');
    table.text('source_id').notNullable();
    table.text('url').notNullable();
    table.text('etag').nullable();
    table.text('last_modified').nullable();
    table.jsonb('headers').notNullable();
    table.binary('body').notNullable().comment('gzip');
    table.timestamp('used_at').notNullable();
    table.primary(['source_id', 'url']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('government_responses');
  await knex.schema.dropTable('government_items');
};
