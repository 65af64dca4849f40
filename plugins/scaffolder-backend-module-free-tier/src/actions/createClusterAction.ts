import type { JsonObject } from '@backstage/types';
import { InputError } from '@backstage/errors';
import {
  createTemplateAction,
  type ActionContext,
} from '@backstage/plugin-scaffolder-node';
import type { ClusterRequest } from '@nerds/plugin-free-tier-common';
import { createHash } from 'node:crypto';
import type { FreeTierClient } from '../clients/freeTier/FreeTierClient';
import { formatMessage } from '../messages';
import { buildClusterPaths } from './clusterPaths';
import { examples } from './createClusterAction.examples';
import { withCancellation } from './withCancellation';
import { withRetries } from './withRetries';

/** Outputs have to be there in a dry run too, where no cluster gets an id. */
const DRY_RUN_ID = '00000000-0000-0000-0000-000000000000';

type Context = Pick<ActionContext<JsonObject>, 'task' | 'step' | 'each'>;

/**
 * The key that makes the API answer the same cluster when this step runs again
 * (restart of the portal, retry of the task): one per task, step and item of
 * `each`. A hash, because the three together may be longer than the 64
 * characters that a key can have.
 */
function buildIdempotencyKey(context: Context): string {
  const parts = [
    context.task.id,
    context.step?.id ?? null,
    context.each ?? null,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/**
 * Scaffolder action `free-tier:cluster:create`: asks for a cluster in the name
 * of the person who started the task. Does not wait until it is there.
 * @internal
 */
export function createClusterAction(client: FreeTierClient) {
  return createTemplateAction({
    id: 'free-tier:cluster:create',
    description: 'Requests a free-tier cluster for a team.',
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
      output: {
        clusterId: z => z.string().describe('UUID of the cluster'),
        clusterName: z => z.string().describe('Name of the cluster'),
        clusterUrl: z => z.string().describe('Path of its page in the portal'),
        connectUrl: z =>
          z.string().describe('Path of the part of its page about connecting'),
      },
    },
    async handler(ctx) {
      const { language = 'nl', ...request } = ctx.input;
      const credentials = await ctx.getInitiatorCredentials();
      const call = { credentials, language, signal: ctx.signal };
      const key = buildIdempotencyKey(ctx);

      const create = async (input: ClusterRequest): Promise<string> => {
        const cluster = await withRetries(ctx, language, () =>
          client.createCluster(input, key, call),
        );
        return cluster.id;
      };
      const check = async (input: ClusterRequest): Promise<string> => {
        const { problems } = await client.checkCluster(input, call);
        if (problems.length > 0) {
          throw new InputError(problems.map(({ detail }) => detail).join(' '));
        }
        return DRY_RUN_ID;
      };

      // Two nets against doubles: the checkpoint spares a resumed task the call,
      // the key covers a crash between the call and the checkpoint.
      const clusterId = ctx.isDryRun
        ? await check(request)
        : await ctx.checkpoint({
            key: `create-${key}`,
            fn: () =>
              withCancellation(ctx.signal, language, () => create(request)),
          });
      ctx.logger.info(
        formatMessage(ctx.isDryRun ? 'dryRunValid' : 'created', language, {
          name: request.name,
          owner: request.owner,
        }),
      );
      const { clusterUrl, connectUrl } = buildClusterPaths(clusterId);
      ctx.output('clusterId', clusterId);
      ctx.output('clusterName', request.name);
      ctx.output('clusterUrl', clusterUrl);
      ctx.output('connectUrl', connectUrl);
    },
  });
}
