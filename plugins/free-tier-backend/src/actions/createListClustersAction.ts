import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { freeTierActionReadPermission } from '@nerds/plugin-free-tier-common';
import { toClusterAnswer } from '../router/answers';
import { parseClusterQuery } from '../router/requests/parseClusterQuery';
import type { ActionRunner } from './ActionRunner';
import { clusterOutput, languageInput } from './schemas';

/** `free-tier:list-clusters`. @internal */
export function createListClustersAction(
  registry: ActionsRegistryService,
  runner: ActionRunner,
): void {
  registry.register({
    name: 'list-clusters',
    title: 'List free-tier clusters',
    description:
      'Lists the clusters that you asked for (scope mine), of your teams (scope teams), or of everyone (scope all, platform engineers and auditors only).',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: freeTierActionReadPermission,
    schema: {
      input: z =>
        z.object({
          scope: z.enum(['mine', 'teams', 'all']).default('teams'),
          state: z.string().optional().describe('Only clusters in this state'),
          owner: z
            .string()
            .optional()
            .describe(
              'Only clusters of this team, for example group:default/my-team',
            ),
          language: languageInput(z),
        }),
      output: z => z.object({ clusters: z.array(clusterOutput(z)) }),
    },
    action: async ({ input, credentials }) => {
      const { language, ...query } = input;
      const views = await runner.run(
        { credentials, language },
        (service, caller) =>
          service.listClusters(parseClusterQuery(query), caller),
      );
      const clusters = views.map(view => ({
        ...toClusterAnswer(view, language),
      }));
      return { output: { clusters } };
    },
  });
}
