import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { machineTokenCreatePermission } from '@nerds/plugin-machine-access-common';
import { toTokenAnswer } from '../router/answers';
import { parseTokenQuery } from '../router/requests/parseTokenQuery';
import type { ActionRunner } from './ActionRunner';

type Zod = Parameters<
  Parameters<ActionsRegistryService['register']>[0]['schema']['input']
>[0];

const tokenOutput = (z: Zod) =>
  z
    .object({
      id: z.string(),
      name: z.string(),
      team: z.string(),
      permissions: z.array(z.string()),
      state: z.enum(['active', 'expired', 'revoked']),
      expiresAt: z.string(),
    })
    .passthrough();

const languageInput = (z: Zod) =>
  z.enum(['nl', 'en']).default('nl').describe('Language of error sentences');

/**
 * `machine-access:list-tokens` and `machine-access:revoke-token`.
 *
 * @remarks
 * There is none that makes a token: its secret would end in the transcript of
 * whoever called, and in the state of a task.
 *
 * @internal
 */
export function addTokenActions(
  registry: ActionsRegistryService,
  runner: ActionRunner,
): void {
  registry.register({
    name: 'list-tokens',
    title: 'List the tokens of pipelines',
    description:
      'Lists the named tokens of your teams: what they may do, until when, and when they were last used. Never their secret.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          team: z
            .string()
            .optional()
            .describe('Only of this team, for example group:default/my-team'),
          state: z.enum(['active', 'expired', 'revoked']).optional(),
          language: languageInput(z),
        }),
      output: z => z.object({ tokens: z.array(tokenOutput(z)) }),
    },
    action: async ({ input: { language, ...query }, credentials }) => {
      const views = await runner.run(
        { credentials, language },
        (service, caller) => service.listTokens(parseTokenQuery(query), caller),
      );
      const tokens = views.map(view => ({ ...toTokenAnswer(view) }));
      return { output: { tokens } };
    },
  });

  registry.register({
    name: 'revoke-token',
    title: 'Revoke the token of a pipeline',
    description:
      'Makes a named token worthless at once. This cannot be undone; the pipeline that uses it stops working.',
    attributes: { readOnly: false, destructive: true, idempotent: true },
    // offered to whoever can have tokens at all; which ones is asked per token
    visibilityPermission: machineTokenCreatePermission,
    schema: {
      input: z =>
        z.object({
          id: z.string().describe('Id of the token, not its secret'),
          language: languageInput(z),
        }),
      output: z => tokenOutput(z),
    },
    action: async ({ input: { id, language }, credentials }) => {
      const view = await runner.run(
        { credentials, language },
        (service, caller) => service.revokeToken(id, caller),
      );
      return { output: { ...toTokenAnswer(view) } };
    },
  });
}
