import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { freeTierClusterCreatePermission } from '@nerds/plugin-free-tier-common';
import { toClusterAnswer } from '../router/answers';
import { parseClusterRequest } from '../router/requests/parseClusterRequest';
import { parseIdempotencyKey } from '../router/requests/parseIdempotencyKey';
import type { ActionRunner } from './ActionRunner';
import { clusterOutput, languageInput } from './schemas';

/** `free-tier:create-cluster`. @internal */
export function createCreateClusterAction(
  registry: ActionsRegistryService,
  runner: ActionRunner,
): void {
  registry.register({
    name: 'create-cluster',
    title: 'Create a free-tier cluster',
    description:
      'Asks for an isolated Kubernetes environment for one of your teams. Answers at once; read the cluster until its state is ready.',
    // With an idempotencyKey a repeat changes nothing, without it a name that is taken is refused.
    attributes: { readOnly: false, destructive: false, idempotent: false },
    visibilityPermission: freeTierClusterCreatePermission,
    schema: {
      input: z =>
        z.object({
          name: z
            .string()
            .describe(
              'Lower-case letters, digits and hyphens, 3 to 30 characters',
            ),
          owner: z
            .string()
            .describe('One of your teams, for example group:default/my-team'),
          tier: z.string().default('free'),
          size: z.string().default('small'),
          region: z.string().describe('Name of a region of the portal'),
          purpose: z
            .string()
            .describe('What the cluster is for, in a sentence'),
          idempotencyKey: z
            .string()
            .optional()
            .describe('Send the same key again to get the same cluster again'),
          language: languageInput(z),
        }),
      output: z => clusterOutput(z),
    },
    action: async ({ input, credentials }) => {
      const { language, idempotencyKey, ...request } = input;
      const { view } = await runner.run(
        { credentials, language },
        (service, caller) =>
          service.createCluster(
            parseClusterRequest(request),
            { idempotencyKey: parseIdempotencyKey(idempotencyKey) },
            caller,
          ),
      );
      return { output: { ...toClusterAnswer(view, language) } };
    },
  });
}
