import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject } from '@backstage/types';
import { FreeTierClient } from '../clients/freeTier/FreeTierClient';
import type { FakeFreeTierServer } from './FakeFreeTierServer';

/** The client of the actions, pointed at a server of the test. */
export function buildClient(server: FakeFreeTierServer): FreeTierClient {
  return new FreeTierClient({
    auth: mockServices.auth(),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async () => server.url,
    }),
  });
}

/** A run of an action in a task, with its log and outputs to look at. */
export function buildRun<TInput extends JsonObject>(
  input: TInput,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  changes: Partial<ActionContext<TInput, any>> = {},
) {
  const log: string[] = [];
  const outputs: Record<string, unknown> = {};
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
    ...changes,
  };
  return { context, log, outputs };
}
