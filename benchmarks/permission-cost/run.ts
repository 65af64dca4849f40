/**
 * What the permission policy costs: a list of 1,000 things from a portal that
 * asks the policy, beside the same list of the same things from a portal that
 * does not, in the same run. Both have the same databases, which are made for it
 * and dropped afterwards.
 *
 * Usage: node benchmarks/permission-cost/run.ts [--runs 60] [--user dev-burgerzaken]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { HttpClient } from '../httpJson.ts';
import { pollUntil, quantile } from '../statistics.ts';
import {
  analyze,
  buildEntities,
  dropDatabases,
  insertClusters,
  ITEM_COUNT,
} from './data.ts';
import { startPortal, type Portal } from './portals.ts';

const WARM_UP_RUNS = 10;
const DATABASE_PREFIX = 'bench_permission_';
const LISTS = {
  clusters: '/api/free-tier/v1/clusters?scope=teams',
  catalog: `/api/catalog/entities/by-query?filter=kind=component&limit=${ITEM_COUNT}`,
};

const root = path.resolve(import.meta.dirname, '../..');
const home = process.env.NERDS_HOME ?? path.join(root, '.nerds');
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '60' },
    user: { type: 'string', default: 'dev-burgerzaken' },
  },
});
const runs = Number(values.runs);
const environment = JSON.parse(
  readFileSync(path.join(home, 'secrets/portal-environment.json'), 'utf8'),
) as Record<string, string>;
const server = {
  host: environment.POSTGRES_HOST,
  port: Number(environment.POSTGRES_PORT),
  user: environment.POSTGRES_USER,
  password: environment.POSTGRES_PASSWORD,
};
const token = execFileSync(path.join(root, 'nerds'), ['token', values.user])
  .toString()
  .trim()
  .split('\n')
  .at(-1)!;

/** How long one list takes, in milliseconds; every list has to be whole. */
async function measure(client: HttpClient, list: string): Promise<number> {
  const startedAt = performance.now();
  const { items } = await client.expect([200], { path: list, token });
  const elapsedMs = performance.now() - startedAt;
  if (items.length !== ITEM_COUNT) {
    throw new Error(`${list} answered ${items.length} items`);
  }
  return elapsedMs;
}

async function compare(
  title: string,
  list: string,
  portals: { checked: HttpClient; unchecked: HttpClient },
): Promise<string> {
  const checkedMs: number[] = [];
  const uncheckedMs: number[] = [];
  for (let run = -WARM_UP_RUNS; run < runs; run++) {
    // taking turns, so that what else the machine does hits both
    const checked = await measure(portals.checked, list);
    const unchecked = await measure(portals.unchecked, list);
    if (run >= 0) {
      checkedMs.push(checked);
      uncheckedMs.push(unchecked);
    }
  }
  const median = (sample: number[]) => quantile(sample, 0.5).toFixed(0);
  const ratio = quantile(checkedMs, 0.5) / quantile(uncheckedMs, 0.5);
  return `${title.padEnd(9)} checked ${median(checkedMs).padStart(
    4,
  )} ms   unchecked ${median(uncheckedMs).padStart(
    4,
  )} ms   checked / unchecked (median): ${ratio.toFixed(2)}`;
}

const dir = mkdtempSync(path.join(tmpdir(), 'nerds-permission-cost-'));
const entitiesFile = path.join(dir, 'entities.yaml');
writeFileSync(entitiesFile, buildEntities());
await dropDatabases(server, DATABASE_PREFIX);
const portals: Portal[] = [];
const clients: HttpClient[] = [];
const start = async (isChecked: boolean): Promise<HttpClient> => {
  process.stderr.write(`Starting a portal, checked: ${isChecked}\n`);
  const portal = await startPortal({
    dir,
    environment,
    databasePrefix: DATABASE_PREFIX,
    entitiesFile,
    isChecked,
  });
  portals.push(portal);
  const client = new HttpClient(portal.url);
  clients.push(client);
  return client;
};
try {
  const checked = await start(true);
  const unchecked = await start(false);
  await insertClusters(server, `${DATABASE_PREFIX}free-tier`);
  process.stderr.write('Waiting for the catalog to be filled\n');
  await pollUntil(
    async () => {
      const { totalItems } = await unchecked.expect([200], {
        path: '/api/catalog/entities/by-query?filter=kind=component&limit=0',
        token,
      });
      return totalItems === ITEM_COUNT || undefined;
    },
    { timeoutMs: 300_000, what: 'a thousand entities' },
  );
  await analyze(server, `${DATABASE_PREFIX}free-tier`);
  await analyze(server, `${DATABASE_PREFIX}catalog`);
  for (const [title, list] of Object.entries(LISTS)) {
    const line = await compare(title, list, { checked, unchecked });
    process.stdout.write(`${line}   n=${runs}\n`);
  }
} catch (error) {
  process.stderr.write(`What the portals said is in ${dir}\n`);
  throw error;
} finally {
  clients.forEach(client => client.close());
  await Promise.all(portals.map(portal => portal.stop()));
  await dropDatabases(server, DATABASE_PREFIX);
}
rmSync(dir, { recursive: true, force: true });
