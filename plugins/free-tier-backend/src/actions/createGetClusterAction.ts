import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { freeTierActionReadPermission } from '@nerds/plugin-free-tier-common';
import { toClusterAnswer } from '../router/answers';
import type { ActionRunner } from './ActionRunner';
import { clusterOutput, languageInput } from './schemas';

/** `free-tier:get-cluster`. @internal */
export function createGetClusterAction(
  registry: ActionsRegistryService,
  runner: ActionRunner,
): void {
  registry.register({
    name: 'get-cluster',
    title: 'Get a free-tier cluster',
    description:
      'Reads one cluster: its state, how far it is, its quota with what is used, and when it expires.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: freeTierActionReadPermission,
    schema: {
      input: z =>
        z.object({
          id: z.string().describe('UUID of the cluster'),
          language: languageInput(z),
        }),
      output: z => clusterOutput(z),
    },
    action: async ({ input: { id, language }, credentials }) => {
      const view = await runner.run(
        { credentials, language },
        (service, caller) => service.getCluster(id, caller),
      );
      return { output: { ...toClusterAnswer(view, language) } };
    },
  });
}
