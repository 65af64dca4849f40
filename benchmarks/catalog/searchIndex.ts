import { pollUntil } from '../statistics.ts';
import type { Backend } from './backends.ts';
import { withDatabase } from './database.ts';
import type { Stack } from './stack.ts';

const TASK = 'search_index_software_catalog';
const TASKS_TABLE = 'backstage_backend_tasks__tasks';
const TIMEOUT_MS = 20 * 60_000;

/** How long the index of each took, in milliseconds: filled, and read again without a change. */
export type IndexTimes = Record<string, { firstMs: number; againMs: number }>;

/** Lets the scheduler of a backend fill its index now, and says how long that took. */
async function runTask(stack: Stack, backend: Backend): Promise<number> {
  const database = backend.databaseOf('search');
  return withDatabase(stack.postgresUrl, database, async client => {
    await client.query(
      `UPDATE ${TASKS_TABLE} SET next_run_start_at = now(), last_run_ended_at = NULL
       WHERE id = $1`,
      [TASK],
    );
    let startedAt: number | undefined;
    const elapsedMs = await pollUntil(
      async () => {
        const { rows } = await client.query<{
          started: Date | null;
          ended: Date | null;
          error: string | null;
        }>(
          `SELECT current_run_started_at AS started, last_run_ended_at AS ended,
             last_run_error_json AS error
           FROM ${TASKS_TABLE} WHERE id = $1`,
          [TASK],
        );
        const [{ started, ended, error }] = rows;
        if (error) throw new Error(`${backend.name} has no index: ${error}`);
        startedAt = started?.getTime() ?? startedAt;
        return startedAt && ended ? ended.getTime() - startedAt : undefined;
      },
      { timeoutMs: TIMEOUT_MS, what: `the index of ${backend.name}` },
    );
    await client.query('VACUUM ANALYZE');
    return elapsedMs;
  });
}

/** Fills the search index of both, and once more without a change. */
export async function fillIndex(options: {
  stack: Stack;
  backends: Backend[];
}): Promise<IndexTimes> {
  const { stack, backends } = options;
  const times: IndexTimes = {};
  for (const backend of backends) {
    times[backend.name] = {
      firstMs: await runTask(stack, backend),
      againMs: await runTask(stack, backend),
    };
  }
  return times;
}
