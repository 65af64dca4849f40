/**
 * The search of the portal beside Backstage's own PostgreSQL engine, over the
 * same 25,000 documents on the same server in the same run. Ours looks for
 * somebody who may not see a tenth of them; Backstage's engine leaves that to
 * others, so it is spared the work.
 *
 * Usage: node benchmarks/search/run.ts [--runs 60] [--users 1]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../../packages/local-stack/src/postgres/startPostgres.ts';
import { quantile } from '../statistics.ts';
import { buildDocuments, DOCUMENT_COUNT, QUERIES, TEAM } from './documents.ts';

const WARM_UP_RUNS = 5;
const PAGE_SIZE = 25;
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '60' },
    users: { type: 'string', default: '1' },
  },
});
const runs = Number(values.runs);
const users = Number(values.users);

// the sources of the plugin are not made to be run as they are
const require = createRequire(
  new URL(
    '../../plugins/search-backend-module-nerds/package.json',
    import.meta.url,
  ),
);
require('@backstage/cli/config/nodeTransform.cjs');
const { ConfigReader } = require('@backstage/config');
const {
  PgSearchEngine,
} = require('@backstage/plugin-search-backend-module-pg');
const { TestPipeline } = require('@backstage/plugin-search-backend-node');
const knexFactory = require('knex');
const { DocumentIndex } = require('./src/database/DocumentIndex');
const { DocumentStore } = require('./src/database/DocumentStore');
const { migrateDatabase } = require('./src/database/migrateDatabase');
const { DocumentIndexer } = require('./src/engine/DocumentIndexer');

const logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  child: () => logger,
};

/** One of the two: fills an index, and says how much it finds. */
interface Engine {
  name: string;
  fill(documents: object[]): Promise<void>;
  find(term: string): Promise<number>;
}

async function fillWith(indexer: unknown, documents: object[]) {
  const { error } = await TestPipeline.fromIndexer(indexer)
    .withDocuments(documents)
    .execute();
  if (error) throw error;
}

async function createOurs(knex: unknown): Promise<Engine> {
  await migrateDatabase({ getClient: async () => knex });
  const index = new DocumentIndex(knex);
  const store = new DocumentStore(knex);
  const type = 'software-catalog';
  return {
    name: 'portal',
    fill: documents =>
      fillWith(new DocumentIndexer({ type, store, logger }), documents),
    find: async query =>
      (
        await index.find({
          query,
          types: [type],
          readers: ['everyone', 'group:default/vergunningen'],
          offset: 0,
          limit: PAGE_SIZE,
        })
      ).documents.length,
  };
}

async function createStock(knex: unknown): Promise<Engine> {
  const engine = await PgSearchEngine.fromConfig(new ConfigReader({}), {
    database: { getClient: async () => knex },
    logger,
  });
  return {
    name: 'backstage',
    fill: async documents =>
      fillWith(await engine.getIndexer('software-catalog'), documents),
    find: async term =>
      (await engine.query({ term, pageLimit: PAGE_SIZE })).results.length,
  };
}

async function measure(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** How long one search takes for each of the users who search at once. */
async function measureUsers(engine: Engine, term: string): Promise<number[]> {
  return Promise.all(
    Array.from({ length: users }, () =>
      measure(async () => {
        if ((await engine.find(term)) === 0) {
          throw new Error(`${engine.name} finds nothing for ${term}`);
        }
      }),
    ),
  );
}

async function compare(title: string, term: string, engines: Engine[]) {
  const samples = engines.map((): number[] => []);
  for (let run = -WARM_UP_RUNS; run < runs; run++) {
    // taking turns, so that what else the machine does hits both
    for (const [index, engine] of engines.entries()) {
      const elapsedMs = await measureUsers(engine, term);
      if (run >= 0) samples[index].push(...elapsedMs);
    }
  }
  const [ours, stock] = samples.map(sample => ({
    p50: quantile(sample, 0.5),
    p95: quantile(sample, 0.95),
  }));
  const toText = ({ p50, p95 }: typeof ours) =>
    `p50 ${p50.toFixed(0).padStart(4)}  p95 ${p95.toFixed(0).padStart(4)} ms`;
  return `${title.padEnd(20)} portal ${toText(ours)}   backstage ${toText(
    stock,
  )}   portal / backstage: p50 ${(ours.p50 / stock.p50).toFixed(2)}  p95 ${(
    ours.p95 / stock.p95
  ).toFixed(2)}`;
}

const dir = mkdtempSync(path.join(tmpdir(), 'nerds-bench-search-'));
const postgres = await startPostgres({ dir, durable: false });
const pools: {
  destroy(): Promise<void>;
  raw(sql: string): Promise<unknown>;
}[] = [];
const connect = async (database: string) => {
  const admin = knexFactory({ client: 'pg', connection: postgres.url });
  await admin.raw(`CREATE DATABASE ${database}`);
  await admin.destroy();
  const url = new URL(postgres.url);
  url.pathname = `/${database}`;
  const pool = knexFactory({
    client: 'pg',
    connection: url.toString(),
    pool: { min: 0, max: 10 },
  });
  pools.push(pool);
  return pool;
};
try {
  const engines = [
    await createOurs(await connect('ours')),
    await createStock(await connect('stock')),
  ];
  const documents = buildDocuments();
  for (const engine of engines) {
    const firstMs = await measure(() => engine.fill(documents));
    const againMs = await measure(() => engine.fill(documents));
    process.stdout.write(
      `${engine.name.padEnd(9)} index of ${DOCUMENT_COUNT}: first ${(
        firstMs / 1_000
      ).toFixed(1)} s, again without a change ${(againMs / 1_000).toFixed(
        1,
      )} s\n`,
    );
  }
  for (const pool of pools) await pool.raw('VACUUM ANALYZE');
  for (const [title, term] of Object.entries(QUERIES)) {
    process.stdout.write(`${await compare(title, term, engines)}\n`);
  }
  process.stdout.write(`n=${runs * users}, ${users} at once, ${TEAM} unseen\n`);
} finally {
  await Promise.all(pools.map(pool => pool.destroy()));
  await postgres.stop();
  rmSync(dir, { recursive: true, force: true });
}
