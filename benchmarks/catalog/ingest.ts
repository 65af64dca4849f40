import type { Client } from 'pg';
import { pollUntil } from '../statistics.ts';
import type { Backend } from './backends.ts';
import { withDatabase } from './database.ts';
import type { GeneratedEntity } from './entities.ts';
import type { Stack } from './stack.ts';

/** As many as the portal's own providers write at once. */
const DELTA_SIZE = 250;

/** By which the provider of the benchmark tells its entities from others. */
const LOCATION_KEY = 'benchmark';

/** After which the other takes its turn. */
const TURN_SIZE = 2_500;

const TURN_TIMEOUT_MS = 20 * 60_000;

/** How long the entities took until they could be found, in milliseconds. */
export type IngestTimes = Record<string, number>;

/** Cheap, for it is asked again and again while the catalog works. */
async function isWaiting(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ waiting: boolean }>(
    `SELECT EXISTS (SELECT FROM stitch_queue)
       OR EXISTS (SELECT FROM refresh_state WHERE next_update_at <= now()) AS waiting`,
  );
  return rows[0].waiting;
}

/** How many entities of the benchmark can be found. */
async function countDone(client: Client): Promise<number> {
  const { rows } = await client.query<{ done: string }>(
    `SELECT count(*) AS done FROM refresh_state JOIN final_entities USING (entity_id)
     WHERE location_key = $1 AND final_entity IS NOT NULL`,
    [LOCATION_KEY],
  );
  return Number(rows[0].done);
}

/** @throws Error when an entity is refused: it would be waited for in vain */
async function requireNoErrors(client: Client, name: string): Promise<void> {
  const { rows } = await client.query<{ errors: string }>(
    `SELECT entity_ref || ' ' || errors AS errors FROM refresh_state
     WHERE errors NOT IN ('', '[]') LIMIT 3`,
  );
  if (rows.length > 0) {
    const errors = rows.map(row => row.errors).join('\n');
    throw new Error(`${name} refuses entities: ${errors}`);
  }
}

async function takeTurn(options: {
  stack: Stack;
  backend: Backend;
  entities: GeneratedEntity[];
  expected: number;
}): Promise<number> {
  const { backend, entities, expected } = options;
  const database = backend.databaseOf('catalog');
  return withDatabase(options.stack.postgresUrl, database, async client => {
    const startedAt = performance.now();
    for (let start = 0; start < entities.length; start += DELTA_SIZE) {
      await backend.deliver(entities.slice(start, start + DELTA_SIZE));
    }
    await pollUntil(
      async () => {
        if (await isWaiting(client)) return undefined;
        await requireNoErrors(client, backend.name);
        return (await countDone(client)) >= expected || undefined;
      },
      {
        timeoutMs: TURN_TIMEOUT_MS,
        what: `${expected} entities in ${backend.name}`,
      },
    );
    return performance.now() - startedAt;
  });
}

/**
 * Fills both catalogs, a part at a time and in turns, so that what else the
 * machine does hits both.
 */
export async function ingest(options: {
  stack: Stack;
  backends: Backend[];
  entities: GeneratedEntity[];
  tell: (line: string) => void;
}): Promise<IngestTimes> {
  const { stack, backends, entities, tell } = options;
  const times: IngestTimes = {};
  for (let start = 0; start < entities.length; start += TURN_SIZE) {
    const part = entities.slice(start, start + TURN_SIZE);
    const expected = start + part.length;
    const isOdd = (start / TURN_SIZE) % 2 === 1;
    for (const backend of isOdd ? [...backends].reverse() : backends) {
      const elapsedMs = await takeTurn({
        stack,
        backend,
        entities: part,
        expected,
      });
      times[backend.name] = (times[backend.name] ?? 0) + elapsedMs;
      tell(
        `  ${expected} ${backend.name}: ${(
          (part.length / elapsedMs) *
          1_000
        ).toFixed(0)} entities/s`,
      );
    }
  }
  for (const backend of backends) {
    // as the server does by itself within minutes
    await withDatabase(
      stack.postgresUrl,
      backend.databaseOf('catalog'),
      client => client.query('VACUUM ANALYZE'),
    );
  }
  return times;
}
