/**
 * The ledger of the free tier: what teams asked for, how far it is, and what
 * happened to it. PostgreSQL only: it leans on row locks, SKIP LOCKED, jsonb
 * and partial indexes.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('clusters', table => {
    table.comment('One row per cluster ever asked for; kept after deletion');
    table.uuid('id').primary();
    table.text('name').notNullable();
    table.text('owner_ref').notNullable().comment('Entity ref of the team');
    table.text('tier').notNullable();
    table.text('region').notNullable();
    table.text('purpose').notNullable();
    table
      .jsonb('size')
      .notNullable()
      .comment('Copy of the size as configured when the cluster was asked for');
    table.text('kubernetes_namespace').notNullable();
    table.text('namespace_uid').nullable();
    table.text('state').notNullable();
    table.text('reason').nullable();
    table.jsonb('message').nullable();
    table.jsonb('conditions').notNullable();
    table.jsonb('quota').notNullable().comment('Last known use');
    table.text('created_by').notNullable();
    table.timestamp('created_at').notNullable();
    table.timestamp('ready_at').nullable();
    table.timestamp('expires_at').notNullable();
    table.timestamp('deleted_at').nullable();
    table.timestamp('deadline_at').notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table
      .integer('generation')
      .notNullable()
      .defaultTo(1)
      .comment('Goes up when what is wanted changes; fences older passes');
    table
      .timestamp('next_run_at')
      .nullable()
      .comment('When the reconciler looks again; null: nothing to do');
    table.uuid('claimed_by').nullable().comment('The pass that works on it');
    table.timestamp('claimed_until').nullable().comment('End of its lease');
    table.index(['owner_ref', 'name']);
    table.index(['created_by']);
  });
  // Last guards: whatever happens above, two living clusters never share a name or a namespace.
  await knex.schema.raw(`
    CREATE UNIQUE INDEX clusters_living_name
      ON clusters (owner_ref, name) WHERE state <> 'deleted'`);
  await knex.schema.raw(`
    CREATE UNIQUE INDEX clusters_living_namespace
      ON clusters (region, kubernetes_namespace) WHERE state <> 'deleted'`);
  // What the reconciler asks every second, so it must not read the whole table.
  await knex.schema.raw(`
    CREATE INDEX clusters_due
      ON clusters (next_run_at) WHERE next_run_at IS NOT NULL`);

  await knex.schema.createTable('team_quota', table => {
    table.comment('Booked places; the row is the lock of its team and tier');
    table.text('owner_ref').notNullable();
    table.text('tier').notNullable();
    table.integer('used').notNullable();
    table.primary(['owner_ref', 'tier']);
    table.check('used >= 0', [], 'team_quota_not_negative');
  });

  await knex.schema.createTable('cluster_activity', table => {
    table.comment('What happened to a cluster, as code and values');
    table.bigIncrements('id');
    table
      .uuid('cluster_id')
      .notNullable()
      .references('clusters.id')
      .onDelete('CASCADE');
    table.timestamp('at').notNullable();
    table.text('code').notNullable();
    table.jsonb('values').notNullable();
    table.text('actor').nullable();
    table.index(['cluster_id', 'id']);
  });

  await knex.schema.createTable('machine_credentials', table => {
    table.comment('Machine credentials handed out; never the token itself');
    table.uuid('id').primary();
    table
      .uuid('cluster_id')
      .notNullable()
      .references('clusters.id')
      .onDelete('CASCADE');
    table.text('description').notNullable();
    table.text('created_by').notNullable();
    table.timestamp('created_at').notNullable();
    table.timestamp('expires_at').notNullable();
    table
      .text('jti')
      .nullable()
      .comment('Id of the token in the audit log of Kubernetes');
    table.timestamp('revoked_at').nullable();
    table.index(['cluster_id']);
  });

  await knex.schema.createTable('idempotency_keys', table => {
    table.comment(
      'Requests that were sent with a key, so a repeat is no double',
    );
    table.text('created_by').notNullable();
    table.text('key').notNullable();
    table.text('request_hash').notNullable();
    table
      .uuid('cluster_id')
      .notNullable()
      .references('clusters.id')
      .onDelete('CASCADE')
      .deferrable('deferred')
      .comment('Checked at commit: the key is claimed before the row is made');
    table.primary(['created_by', 'key']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('idempotency_keys');
  await knex.schema.dropTable('machine_credentials');
  await knex.schema.dropTable('cluster_activity');
  await knex.schema.dropTable('team_quota');
  await knex.schema.dropTable('clusters');
};
