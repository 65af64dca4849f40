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

/** @internal */
export const reviewIdInput = (z: ActionZod) =>
  z.string().describe('UUID of the review');

/** A grant as every action answers it; the same as in the API. @internal */
export const grantOutput = (z: ActionZod) =>
  z
    .object({
      id: z
        .string()
        .optional()
        .describe('UUID, of a grant that was made in the portal'),
      role: z.string(),
      subject: z.string().describe('Entity ref of the group or user'),
      team: z
        .string()
        .optional()
        .describe('Entity ref of the team it is about'),
      origin: z.string().describe('config or portal'),
    })
    .passthrough();

/** A review as every action answers it; the same as in the API. @internal */
export const reviewOutput = (z: ActionZod) =>
  z
    .object({
      id: z.string().describe('UUID of the review'),
      team: z.string().describe('Entity ref of the team'),
      state: z.string().describe('open or completed'),
      dueAt: z.string().describe('ISO 8601 instant (UTC)'),
      itemCount: z.number(),
      decidedCount: z.number(),
    })
    .passthrough();
