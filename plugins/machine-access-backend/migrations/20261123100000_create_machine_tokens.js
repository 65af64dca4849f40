/**
 * Named tokens of teams: what they may do, until when, and a hash of their
 * secret. PostgreSQL only.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('machine_tokens', table => {
    table.comment('One row per token ever made; never its secret');
    table.text('id').primary().comment('Also the name that it acts under');
    table.text('name').notNullable();
    table.text('team_ref').notNullable().comment('Entity ref of the team');
    table.text('purpose').nullable();
    table.specificType('permissions', 'text[]').notNullable();
    table
      .binary('secret_hash')
      .notNullable()
      .comment('SHA-256 of the whole secret, which holds 256 random bits');
    table.text('created_by').notNullable();
    table.timestamp('created_at').notNullable();
    table.timestamp('expires_at').notNullable();
    table.timestamp('revoked_at').nullable();
    table.text('revoked_by').nullable();
    table
      .timestamp('last_used_at')
      .nullable()
      .comment('To the minute; every single use is in the audit log');
    table.text('last_used_from').nullable();
    table
      .integer('reminded_days')
      .nullable()
      .comment('Days before the end of the last reminder that was sent');
    table.index(['team_ref', 'created_at']);
  });
  // What the task that reminds teams asks for.
  await knex.schema.raw(`
    CREATE INDEX machine_tokens_ending
      ON machine_tokens (expires_at) WHERE revoked_at IS NULL`);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('machine_tokens');
};
