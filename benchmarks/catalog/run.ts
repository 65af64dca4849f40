/**
 * The catalog of the portal beside a plain Backstage of the same version, with
 * the same entities on the same server in the same run: how fast entities go in,
 * and how long people wait for the list, its facets and the search. The people
 * of the portal are signed in and see what the policy lets them see; the plain
 * Backstage checks who they are and shows everything.
 *
 * Usage: node benchmarks/catalog/run.ts [--entities 25000] [--rounds 10]
 *          [--keep-logs <directory>]
 */
import { cpSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startPlain, startPortal, type Backend } from './backends.ts';
import { Cleanup, startStack } from './stack.ts';
import { buildEntities } from './entities.ts';
import { ingest } from './ingest.ts';
import { fillIndex } from './searchIndex.ts';
import { measureQuestions } from './measure.ts';
import { signInPeople } from './people.ts';
import { renderReport } from './report.ts';

const PEOPLE = 50;

const { values } = parseArgs({
  options: {
    entities: { type: 'string', default: '25000' },
    rounds: { type: 'string', default: '10' },
    'keep-logs': { type: 'string' },
  },
});
const tell = (line: string) => process.stderr.write(`${line}\n`);

async function run(cleanup: Cleanup): Promise<void> {
  tell('Starting the database server and the identity provider');
  const stack = await startStack(cleanup);
  const { 'keep-logs': logs } = values;
  if (logs) cleanup.add(() => cpSync(stack.dir, logs, { recursive: true }));
  tell('Starting the portal');
  const portal = await startPortal(stack, cleanup);
  tell('Starting a plain Backstage');
  const backends: Backend[] = [portal, await startPlain(stack, cleanup)];
  const { entities, teams } = buildEntities(Number(values.entities), PEOPLE);
  tell(`Delivering ${entities.length} entities to each`);
  const ingested = await ingest({ stack, backends, entities, tell });
  tell('Filling the search indexes');
  const indexed = await fillIndex({ stack, backends });
  tell(`Signing in ${PEOPLE} people`);
  const people = await signInPeople({ stack, count: PEOPLE, teams });
  const waited = await measureQuestions({
    backends,
    people,
    rounds: Number(values.rounds),
    tell,
  });
  process.stdout.write(
    renderReport({ entities: entities.length, ingested, indexed, waited }),
  );
}

const cleanup = new Cleanup();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void cleanup.run().then(() => process.exit(1));
  });
}
try {
  await run(cleanup);
} finally {
  await cleanup.run();
}
