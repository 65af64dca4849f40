import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject } from '@backstage/types';

/**
 * A run of an action in a task, with its log and outputs to look at.
 *
 * @param checkpoints - of the task; give the same map to the run after a restart
 */
export function buildRun<TInput extends JsonObject>(
  input: TInput,
  options: {
    checkpoints?: Map<string, unknown>;
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    changes?: Partial<ActionContext<TInput, any>>;
  } = {},
) {
  const log: string[] = [];
  const outputs: Record<string, unknown> = {};
  const checkpoints = options.checkpoints ?? new Map<string, unknown>();
  const logger = mockServices.logger.mock();
  logger.info.mockImplementation(message => log.push(message));
  logger.warn.mockImplementation(message => log.push(message));
  const context = {
    ...createMockActionContext<TInput>({ input, task: { id: 'task-1' } }),
    getInitiatorCredentials: async () =>
      mockCredentials.user('user:default/dev-burgerzaken'),
    logger,
    output: (name: string | number | symbol, value: unknown) => {
      outputs[String(name)] = value;
    },
    async checkpoint({ key, fn }: { key: string; fn: () => unknown }) {
      if (!checkpoints.has(key)) checkpoints.set(key, await fn());
      return checkpoints.get(key);
    },
    ...options.changes,
  };
  return { context: context as never, log, outputs };
}
