import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { FreeTierClient } from '../clients/freeTier/FreeTierClient';
import { formatMessage } from '../messages';
import { examples } from './checkClusterAction.examples';
import { withCancellation } from './withCancellation';
import { withRetries } from './withRetries';

/**
 * Scaffolder action `free-tier:cluster:check`: looks whether a cluster could be
 * requested now, in the name of the person who started the task.
 *
 * @remarks
 * For a template that makes something before it asks for a cluster: a team without
 * room is told before anything is made. Once the answer was yes, a task that runs
 * again does not ask again: by then the cluster may be there and stand in its own
 * way. Somebody else may still take the last place in between.
 *
 * @internal
 */
export function createCheckClusterAction(client: FreeTierClient) {
  return createTemplateAction({
    id: 'free-tier:cluster:check',
    description: 'Looks whether a free-tier cluster could be requested now.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z =>
          z.string().describe('Name of the cluster, unique within the team'),
        owner: z =>
          z.string().describe('Entity ref of the team, group:default/my-team'),
        tier: z => z.string().describe('Name of the tier, for example free'),
        size: z => z.string().describe('Name of the size, for example small'),
        region: z => z.string().describe('Name of the region'),
        purpose: z => z.string().describe('What the cluster is for'),
        language: z =>
          z
            .enum(['nl', 'en'])
            .optional()
            .describe('Language of the messages in the log, default nl'),
      },
    },
    async handler(ctx) {
      const { language = 'nl', ...request } = ctx.input;
      const { signal } = ctx;
      const credentials = await ctx.getInitiatorCredentials();
      const call = { credentials, language, signal };
      await ctx.checkpoint({
        key: `could-be-requested-${request.owner}-${request.name}`,
        fn: () =>
          withCancellation(signal, language, async () => {
            const { problems } = await withRetries(ctx, language, () =>
              client.checkCluster(request, call),
            );
            const sentences = problems.map(({ detail }) => detail);
            if (sentences.length > 0) throw new InputError(sentences.join(' '));
            return true;
          }),
      });
      const { name, owner } = request;
      ctx.logger.info(formatMessage('checked', language, { name, owner }));
    },
  });
}
