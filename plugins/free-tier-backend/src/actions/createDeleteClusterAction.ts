import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { freeTierActionDeletePermission } from '@nerds/plugin-free-tier-common';
import { toClusterAnswer } from '../router/answers';
import type { ActionRunner } from './ActionRunner';
import { clusterOutput, languageInput } from './schemas';

/** `free-tier:delete-cluster`. @internal */
export function createDeleteClusterAction(
  registry: ActionsRegistryService,
  runner: ActionRunner,
): void {
  registry.register({
    name: 'delete-cluster',
    title: 'Delete a free-tier cluster',
    description:
      'Takes everyone’s access to a cluster away at once and deletes it with everything in it. This cannot be undone.',
    attributes: { readOnly: false, destructive: true, idempotent: true },
    visibilityPermission: freeTierActionDeletePermission,
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
        (service, caller) => service.deleteCluster(id, caller),
      );
      return { output: { ...toClusterAnswer(view, language) } };
    },
  });
}
