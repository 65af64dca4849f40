import type { LoggerService } from '@backstage/backend-plugin-api';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { Cluster, Language } from '@nerds/plugin-free-tier-common';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  FreeTierCall,
  FreeTierClient,
} from '../clients/freeTier/FreeTierClient';
import { FreeTierUnavailableError } from '../clients/freeTier/toServiceError';
import { formatMessage } from '../messages';
import { buildClusterPaths } from './clusterPaths';
import { examples } from './waitForClusterAction.examples';
import { withCancellation } from './withCancellation';

/** First a cluster comes within a second or two, then it is waiting for something. */
const QUICK_POLLS = 20;
const QUICK_DELAY_MS = 500;
const SLOW_DELAY_MS = 3_000;

/** Below the 30 minutes after which the portal ends a task. */
const DEFAULT_TIMEOUT_MINUTES = 25;

/**
 * The log of a task stores its lines side by side: those of the same moment end
 * up in any order.
 */
const LINE_GAP_MS = 25;

/** Tells in the log of a task what changed since the last look, each thing once. */
class ProgressLog {
  private readonly done = new Set<string>();
  private lastWaiting?: string;

  constructor(
    private readonly logger: LoggerService,
    private readonly language: Language,
  ) {}

  async report(cluster: Cluster) {
    for (const { type, status, message } of cluster.conditions) {
      // that it is ready is said at the end, with its name
      if (status !== 'True' || type === 'Ready' || this.done.has(type))
        continue;
      this.done.add(type);
      this.logger.info(message || type);
      await sleep(LINE_GAP_MS);
    }
    const current = cluster.conditions.find(({ status }) => status === 'False');
    if (current) this.reportWaiting(current.message || current.reason);
  }

  reportWaiting(message: string) {
    if (message === this.lastWaiting) return;
    this.lastWaiting = message;
    this.logger.info(formatMessage('waitingFor', this.language, { message }));
  }
}

/** Whether the cluster is there; throws when it never will be. */
function evaluateReady(cluster: Cluster, language: Language): boolean {
  const { name, state, reason = '', message = '' } = cluster;
  switch (state) {
    case 'ready':
    case 'degraded':
      return true;
    case 'requested':
    case 'provisioning':
      return false;
    case 'failed':
      throw new Error(
        formatMessage('failed', language, { name, reason, message }),
      );
    case 'frozen':
    case 'deleting':
    case 'deleted':
    default:
      throw new Error(formatMessage('gone', language, { name }));
  }
}

async function pollUntilReady(
  client: FreeTierClient,
  options: {
    clusterId: string;
    timeoutMs: number;
    call: FreeTierCall;
    logger: LoggerService;
  },
): Promise<Cluster> {
  const { clusterId, timeoutMs, call, logger } = options;
  const log = new ProgressLog(logger, call.language);
  const deadline = Date.now() + timeoutMs;
  let name = clusterId;
  for (let poll = 0; ; poll += 1) {
    try {
      const cluster = await client.getCluster(clusterId, call);
      name = cluster.name;
      await log.report(cluster);
      if (evaluateReady(cluster, call.language)) return cluster;
    } catch (error) {
      // the portal may be restarting; the cluster is made all the same
      if (!(error instanceof FreeTierUnavailableError)) throw error;
      log.reportWaiting(error.message);
    }
    if (Date.now() >= deadline) {
      const minutes = Math.round(timeoutMs / 60_000);
      throw new Error(
        formatMessage('notReadyInTime', call.language, { name, minutes }),
      );
    }
    await sleep(
      poll < QUICK_POLLS ? QUICK_DELAY_MS : SLOW_DELAY_MS,
      undefined,
      { signal: call.signal },
    );
  }
}

/**
 * Scaffolder action `free-tier:cluster:wait`: waits until a cluster is ready and
 * writes each step to the log as it is done. It only looks, so it can run again
 * at any time.
 * @internal
 */
export function createWaitForClusterAction(client: FreeTierClient) {
  return createTemplateAction({
    id: 'free-tier:cluster:wait',
    description: 'Waits until a free-tier cluster is ready.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        clusterId: z => z.string().describe('UUID of the cluster'),
        timeoutMinutes: z =>
          z
            .number()
            .positive()
            .optional()
            .describe(
              `How long to wait, default ${DEFAULT_TIMEOUT_MINUTES}; the cluster is made all the same`,
            ),
        language: z =>
          z
            .enum(['nl', 'en'])
            .optional()
            .describe('Language of the messages in the log, default nl'),
      },
      output: {
        state: z => z.string().describe('State of the cluster'),
        namespace: z => z.string().describe('Kubernetes namespace'),
        server: z => z.string().describe('URL of the Kubernetes API'),
        expiresAt: z =>
          z.string().describe('ISO 8601 instant at which it expires'),
        clusterUrl: z => z.string().describe('Path of its page in the portal'),
        connectUrl: z =>
          z.string().describe('Path of the part of its page about connecting'),
      },
    },
    async handler(ctx) {
      const {
        clusterId,
        timeoutMinutes = DEFAULT_TIMEOUT_MINUTES,
        language = 'nl',
      } = ctx.input;
      const { clusterUrl, connectUrl } = buildClusterPaths(clusterId);
      ctx.output('clusterUrl', clusterUrl);
      ctx.output('connectUrl', connectUrl);
      if (ctx.isDryRun) {
        ctx.logger.info(formatMessage('dryRunWait', language));
        return;
      }
      const credentials = await ctx.getInitiatorCredentials();
      const cluster = await withCancellation(ctx.signal, language, () =>
        pollUntilReady(client, {
          clusterId,
          timeoutMs: timeoutMinutes * 60_000,
          call: { credentials, language, signal: ctx.signal },
          logger: ctx.logger,
        }),
      );
      ctx.logger.info(formatMessage('ready', language, { name: cluster.name }));
      ctx.output('state', cluster.state);
      ctx.output('namespace', cluster.namespace);
      ctx.output('server', cluster.server ?? '');
      ctx.output('expiresAt', cluster.expiresAt);
    },
  });
}
