import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';

type Register = Parameters<ActionsRegistryService['register']>[0];

/** The zod that the actions registry hands out; not the one of the rest of the plugin. @internal */
export type ActionZod = Parameters<Register['schema']['input']>[0];

/** @internal */
export const languageInput = (z: ActionZod) =>
  z
    .enum(['nl', 'en'])
    .default('nl')
    .describe('Language of the messages: nl or en');

/** A cluster as every action answers it; the same as in the API. @internal */
export const clusterOutput = (z: ActionZod) =>
  z
    .object({
      id: z.string().describe('UUID of the cluster'),
      name: z.string(),
      owner: z.string().describe('Entity ref of the team'),
      state: z
        .string()
        .describe(
          'requested, provisioning, ready, degraded, frozen, deleting, deleted or failed',
        ),
      message: z.string().optional().describe('Why it is in this state'),
      namespace: z.string().describe('Kubernetes namespace'),
      expiresAt: z.string().describe('ISO 8601 instant (UTC)'),
    })
    .passthrough();
