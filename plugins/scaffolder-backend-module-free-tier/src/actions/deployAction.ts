import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { Language } from '@nerds/plugin-free-tier-common';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  FreeTierCall,
  FreeTierClient,
} from '../clients/freeTier/FreeTierClient';
import {
  KubernetesClient,
  ObjectRefusedError,
} from '../clients/kubernetes/KubernetesClient';
import { evaluateRollout } from '../domain/evaluateRollout';
import { describeObject, type Manifest } from '../domain/kinds';
import { readManifests } from '../domain/readManifests';
import { formatMessage } from '../messages';
import { buildClusterPaths } from './clusterPaths';
import { examples } from './deployAction.examples';
import { withCancellation } from './withCancellation';

/** The shortest that Kubernetes gives; taken back as soon as the work is done. */
const ACCESS_SECONDS = 600;

/** Below the life of the access. */
const ROLLOUT_TIMEOUT_MINUTES = 5;
const POLL_MS = 1_000;

/** A quota that has just been freed counts a moment later. */
const PATIENCE_POLLS = 15;

const ROLLED_OUT = ['Deployment', 'StatefulSet'];

interface Deployment {
  kubernetes: KubernetesClient;
  manifests: Manifest[];
  language: Language;
  logger: LoggerService;
  signal?: AbortSignal;
}

function requireOwnNamespace({ kubernetes, manifests, language }: Deployment) {
  for (const manifest of manifests) {
    const { namespace = kubernetes.namespace } = manifest.metadata;
    if (namespace !== kubernetes.namespace) {
      const object = describeObject(manifest);
      throw new InputError(
        formatMessage('foreignNamespace', language, { object, namespace }),
      );
    }
  }
}

/** Tries all of them first, so that a refusal leaves the cluster as it was. */
async function applyAll(deployment: Deployment): Promise<void> {
  const { kubernetes, manifests, language, logger } = deployment;
  const reasons: string[] = [];
  for (const manifest of manifests) {
    try {
      await kubernetes.apply(manifest, { dryRun: true });
    } catch (error) {
      if (!(error instanceof ObjectRefusedError)) throw error;
      reasons.push(`${describeObject(manifest)}: ${error.message}`);
    }
  }
  if (reasons.length > 0) {
    const values = { count: reasons.length, reasons: reasons.join(' ') };
    throw new InputError(formatMessage('applyRefused', language, values));
  }
  for (const manifest of manifests) {
    await kubernetes.apply(manifest, { dryRun: false });
    const object = describeObject(manifest);
    logger.info(formatMessage('applied', language, { object }));
  }
}

async function waitUntilRolledOut(
  { kubernetes, language, logger, signal }: Deployment,
  manifest: Manifest,
  deadline: number,
): Promise<void> {
  const object = describeObject(manifest);
  let failedPolls = 0;
  for (;;) {
    const live = await kubernetes.get(manifest);
    const { done, failed, reason } = evaluateRollout(live);
    if (done) {
      logger.info(formatMessage('rolledOut', language, { object }));
      return;
    }
    failedPolls = failed ? failedPolls + 1 : 0;
    if (failedPolls > PATIENCE_POLLS) {
      throw new Error(
        formatMessage('rolloutFailed', language, { object, reason }),
      );
    }
    if (Date.now() >= deadline) {
      const minutes = ROLLOUT_TIMEOUT_MINUTES;
      throw new Error(
        formatMessage('rolloutNotInTime', language, {
          ...{ object, minutes, reason },
        }),
      );
    }
    await sleep(POLL_MS, undefined, { signal });
  }
}

async function deploy(deployment: Deployment): Promise<void> {
  requireOwnNamespace(deployment);
  await applyAll(deployment);
  const deadline = Date.now() + ROLLOUT_TIMEOUT_MINUTES * 60_000;
  for (const manifest of deployment.manifests) {
    if (ROLLED_OUT.includes(manifest.kind)) {
      await waitUntilRolledOut(deployment, manifest, deadline);
    }
  }
}

/**
 * Does something with access to the cluster that ends with it. The access has
 * the rights of a tenant in this one cluster, and the API decides whether the
 * person who started the task may have it.
 */
async function withAccess(
  client: FreeTierClient,
  clusterId: string,
  call: FreeTierCall,
  work: (kubernetes: KubernetesClient) => Promise<void>,
): Promise<void> {
  const access = await client.issueMachineAccess(
    clusterId,
    { description: 'free-tier:deploy', lifetimeSeconds: ACCESS_SECONDS },
    call,
  );
  try {
    await work(new KubernetesClient(access, call));
  } finally {
    // Also of a task that was cancelled. Accepted when it fails: the access
    // ends by itself within minutes.
    await client
      .revokeMachineAccess(clusterId, access.id, { ...call, signal: undefined })
      .catch(() => {});
  }
}

/**
 * Scaffolder action `free-tier:deploy`: puts the manifests of a project on a
 * cluster and waits until they run.
 *
 * @remarks
 * It may run again at any time: a server-side apply of the same manifests
 * changes nothing.
 * @internal
 */
export function createDeployAction(client: FreeTierClient) {
  return createTemplateAction({
    id: 'free-tier:deploy',
    description: 'Puts the manifests of a project on a free-tier cluster.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        clusterId: z => z.string().describe('UUID of the cluster'),
        path: z =>
          z
            .string()
            .optional()
            .describe('Folder of the manifests in the project, default deploy'),
        language: z =>
          z
            .enum(['nl', 'en'])
            .optional()
            .describe('Language of the messages in the log, default nl'),
      },
      output: {
        clusterUrl: z => z.string().describe('Path of its page in the portal'),
        namespace: z => z.string().describe('Kubernetes namespace'),
      },
    },
    async handler(ctx) {
      const { clusterId, path = 'deploy', language = 'nl' } = ctx.input;
      const { logger, signal, workspacePath } = ctx;
      const manifests = await readManifests(workspacePath, path, language);
      ctx.output('clusterUrl', buildClusterPaths(clusterId).clusterUrl);
      if (ctx.isDryRun) {
        const count = manifests.length;
        logger.info(formatMessage('dryRunDeploy', language, { count }));
        return;
      }
      const credentials = await ctx.getInitiatorCredentials();
      const call = { credentials, language, signal };
      await withCancellation(signal, language, () =>
        withAccess(client, clusterId, call, async kubernetes => {
          ctx.output('namespace', kubernetes.namespace);
          await deploy({ kubernetes, manifests, language, logger, signal });
        }),
      );
    },
  });
}
