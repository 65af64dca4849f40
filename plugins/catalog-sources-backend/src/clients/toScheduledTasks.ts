import { z } from 'zod';
import type { ScheduledTask } from '../domain/records';

const tasks = z.object({
  tasks: z.array(
    z.object({
      taskId: z.string(),
      settings: z.object({ cadence: z.string() }),
      taskState: z.object({ startsAt: z.string().optional() }).nullable(),
    }),
  ),
});

/** Reads what the scheduler of a plugin answers about its tasks. @internal */
export function toScheduledTasks(body: unknown): ScheduledTask[] {
  return tasks.parse(body).tasks.map(({ taskId, settings, taskState }) => ({
    taskId,
    cadence: settings.cadence,
    nextRunAt: toInstant(taskState?.startsAt),
  }));
}

/** The scheduler writes the zone of the server; we answer UTC. */
function toInstant(text: string | undefined): string | undefined {
  return text === undefined ? undefined : new Date(text).toISOString();
}
