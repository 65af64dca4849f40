import { z } from 'zod';
import type { ScheduledTask } from '../domain/records';

const tasks = z.object({
  tasks: z.array(
    z.object({
      taskId: z.string(),
      settings: z.object({ cadence: z.string() }),
      taskState: z
        .object({
          status: z.string(),
          startedAt: z.string().optional(),
          startsAt: z.string().optional(),
          lastRunEndedAt: z.string().optional(),
          lastRunError: z.string().optional(),
        })
        .nullable(),
    }),
  ),
});

/** Reads what the scheduler of a plugin answers about its tasks. @internal */
export function toScheduledTasks(body: unknown): ScheduledTask[] {
  return tasks.parse(body).tasks.map(({ taskId, settings, taskState }) => ({
    taskId,
    cadence: settings.cadence,
    isRunning: taskState?.status === 'running',
    startedAt: toInstant(taskState?.startedAt),
    nextRunAt: toInstant(taskState?.startsAt),
    lastRunEndedAt: toInstant(taskState?.lastRunEndedAt),
    hasFailed: taskState?.lastRunError !== undefined,
    lastError: toErrorText(taskState?.lastRunError),
  }));
}

/** The scheduler writes the zone of the server; we answer UTC. */
function toInstant(text: string | undefined): string | undefined {
  return text === undefined ? undefined : new Date(text).toISOString();
}

/** The scheduler keeps the error as JSON, with the stack. */
function toErrorText(json: string | undefined): string | undefined {
  if (json === undefined) return undefined;
  try {
    const { message } = JSON.parse(json) as { message?: unknown };
    return typeof message === 'string' ? message : undefined;
  } catch {
    // Accepted loss: that it failed is known all the same.
    return undefined;
  }
}
