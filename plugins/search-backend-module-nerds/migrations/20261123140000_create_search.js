/**
 * What can be found, and what was searched for in vain. PostgreSQL only: it
 * leans on full text search.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('search_documents', table => {
    table.comment('What can be found; filled again from its sources');
    table.binary('id').primary().comment('Hash of everything in the row');
    table.text('type').notNullable().comment('What its collator calls it');
    table.text('category').notNullable();
    table
      .text('resource_ref')
      .nullable()
      .comment('What the right to see it is asked about; null: its type alone');
    table
      .text('readable_by')
      .notNullable()
      .comment('everyone, nobody, or an entity ref');
    table.text('title').notNullable().comment('Folded, to sort on');
    table
      .specificType('ranking', 'tsvector')
      .notNullable()
      .comment('Title, keywords and the first words of the text, weighted');
    table
      .specificType('words', 'tsvector')
      .notNullable()
      .comment('Everything, without positions');
    table.jsonb('document').notNullable();
    table.index(['type']);
  });
  await knex.schema.raw(
    'CREATE INDEX search_documents_words ON search_documents USING gin (words)',
  );

  await knex.schema.createTable('search_zero_results', table => {
    table.comment('Queries that found nothing, without who asked');
    table.text('query').notNullable().comment('Its words, folded');
    table.date('day').notNullable().comment('UTC');
    table.integer('count').notNullable();
    table.primary(['day', 'query']);
  });

  // The index of Backstage's own engine is not kept up to date any more, and
  // holds what may have been set apart since.
  if (await knex.schema.hasTable('documents')) {
    await knex('documents').truncate();
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('search_zero_results');
  await knex.schema.dropTable('search_documents');
};
