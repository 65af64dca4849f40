/**
 * How long documentation takes, and what it costs everyone else: the first build
 * of a small site, the first view of a page that is there, and how the portal
 * answers other questions while twenty sites are asked for at once, beside how it
 * answers them at rest in the same run.
 *
 * Usage: node benchmarks/techdocs/run.ts [--builds 8] [--views 200] [--at-once 20] [--user dev-burgerzaken]
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { dropDatabases } from '../permission-cost/data.ts';
import { startPortal } from '../permission-cost/portals.ts';
import { pollUntil, quantile } from '../statistics.ts';
import { writeSites } from './sites.ts';

const DATABASE_PREFIX = 'bench_techdocs_';
const PROBE_INTERVAL_MS = 50;
const PROBES_AT_REST = 200;
const PROBES = {
  readiness: '/.backstage/health/v1/readiness',
  catalog: '/api/catalog/entities/by-query?filter=kind=component&limit=20',
};

const root = path.resolve(import.meta.dirname, '../..');
const home = process.env.NERDS_HOME ?? path.join(root, '.nerds');
const { values } = parseArgs({
  options: {
    builds: { type: 'string', default: '8' },
    views: { type: 'string', default: '200' },
    'at-once': { type: 'string', default: '20' },
    user: { type: 'string', default: 'dev-burgerzaken' },
  },
});
const buildCount = Number(values.builds);
const atOnce = Number(values['at-once']);
const environment = JSON.parse(
  readFileSync(path.join(home, 'secrets/portal-environment.json'), 'utf8'),
) as Record<string, string>;
const token = execFileSync(path.join(root, 'nerds'), ['token', values.user])
  .toString()
  .trim()
  .split('\n')
  .at(-1)!;

const dir = mkdtempSync(path.join(tmpdir(), 'nerds-techdocs-'));
const entitiesFile = path.join(dir, 'entities.yaml');
const names = writeSites(dir, { count: buildCount + atOnce, entitiesFile });
const server = {
  host: environment.POSTGRES_HOST,
  port: Number(environment.POSTGRES_PORT),
  user: environment.POSTGRES_USER,
  password: environment.POSTGRES_PASSWORD,
};

/** Reads a whole answer; anything but a success is an error. */
async function read(url: string): Promise<string> {
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

async function build(url: string, name: string) {
  const events = await read(
    `${url}/api/techdocs/sync/default/component/${name}`,
  );
  if (!events.includes('{"updated":true}')) {
    throw new Error(`${name} was not made:\n${events.slice(-2000)}`);
  }
}

/** What the page of the portal asks for, in the order in which it does. */
async function view(url: string, name: string) {
  const entity = `default/component/${name}`;
  await Promise.all([
    read(`${url}/api/techdocs/metadata/entity/${entity}`),
    read(`${url}/api/techdocs/metadata/techdocs/${entity}`),
    read(`${url}/api/techdocs/static/docs/${entity}/index.html`),
  ]);
}

/** Asks one thing over and over until told to stop. */
async function probe(url: string, isDone: (count: number) => boolean) {
  const samplesMs: number[] = [];
  while (!isDone(samplesMs.length)) {
    samplesMs.push(await time(() => read(url)));
    await sleep(PROBE_INTERVAL_MS);
  }
  return samplesMs;
}

function print(title: string, samplesMs: number[], goal: string) {
  const show = (part: number) => quantile(samplesMs, part).toFixed(0);
  process.stdout.write(
    `${title.padEnd(28)} median ${show(0.5).padStart(5)} ms   p95 ${show(
      0.95,
    ).padStart(5)} ms   most ${show(1).padStart(5)} ms   ${goal}\n`,
  );
}

await dropDatabases(server, DATABASE_PREFIX);
process.stderr.write('Starting a portal\n');
const portal = await startPortal({
  dir,
  environment: { ...environment, TECHDOCS_DIRECTORY: path.join(dir, 'pages') },
  databasePrefix: DATABASE_PREFIX,
  entitiesFile,
  isChecked: true,
});
try {
  const { url } = portal;
  await pollUntil(
    async () => {
      const { totalItems } = JSON.parse(
        await read(
          `${url}/api/catalog/entities/by-query?filter=kind=component&limit=0`,
        ),
      ) as { totalItems: number };
      return totalItems >= names.length || undefined;
    },
    { timeoutMs: 120_000, what: 'the catalog' },
  );

  const buildsMs: number[] = [];
  for (const name of names.slice(0, buildCount)) {
    buildsMs.push(await time(() => build(url, name)));
  }
  print('first build of a small site', buildsMs, 'goal: under 15 s');

  const viewsMs: number[] = [];
  for (let index = 0; index < Number(values.views); index++) {
    const name = names[index % buildCount];
    viewsMs.push(await time(() => view(url, name)));
  }
  print('view of a built page', viewsMs, 'goal: p95 under 1 s');

  const probes = Object.entries(PROBES);
  const atRest = await Promise.all(
    probes.map(([, probed]) =>
      probe(`${url}${probed}`, count => count >= PROBES_AT_REST),
    ),
  );
  let isBuilding = true;
  const busy = Promise.all(
    probes.map(([, probed]) => probe(`${url}${probed}`, () => !isBuilding)),
  );
  const allMs = await time(() =>
    Promise.all(names.slice(buildCount).map(name => build(url, name))),
  );
  isBuilding = false;
  const whileBuilding = await busy;
  process.stdout.write(
    `${atOnce} sites at once: all made in ${(allMs / 1000).toFixed(1)} s\n`,
  );
  probes.forEach(([name], index) => {
    print(`${name} at rest`, atRest[index], '');
    print(`${name} meanwhile`, whileBuilding[index], '');
    const ratio =
      quantile(whileBuilding[index], 0.95) / quantile(atRest[index], 0.95);
    process.stdout.write(
      `${name}: meanwhile / at rest (p95): ${ratio.toFixed(2)}\n`,
    );
  });
} finally {
  await portal.stop();
  await dropDatabases(server, DATABASE_PREFIX);
  rmSync(dir, { recursive: true, force: true });
}
