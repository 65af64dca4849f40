import { ServiceUnavailableError } from '@backstage/errors';
import type { Language } from '@nerds/plugin-free-tier-common';
import { request } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildObjectPath, type Manifest } from '../../domain/kinds';
import { formatMessage } from '../../messages';
import type { MachineAccess } from '../freeTier/FreeTierClient';

/** Who owns the fields that come from a project's own manifests. */
const FIELD_MANAGER = 'nerds-portal-deploy';
const TIMEOUT_MS = 30_000;
const RETRY_DELAYS_SECONDS = [1, 2, 5];

/** An object as the API answers it, as far as a rollout is looked at. @internal */
export interface LiveObject {
  metadata: { generation?: number };
  spec?: { replicas?: number };
  status?: {
    observedGeneration?: number;
    updatedReplicas?: number;
    availableReplicas?: number;
    conditions?: {
      type: string;
      status: string;
      reason?: string;
      message?: string;
    }[];
  };
}

interface Answer {
  status: number;
  body: unknown;
}

/** What the API, or a policy of the cluster, says about an object. @internal */
export class ObjectRefusedError extends Error {
  override readonly name = 'ObjectRefusedError';
}

/**
 * The API of a cluster, with the rights of the machine access that it is given.
 * @internal
 */
export class KubernetesClient {
  readonly namespace: string;
  private readonly server: string;
  private readonly ca?: string;
  private readonly token: string;

  constructor(
    { kubeconfig }: MachineAccess,
    private readonly options: { language: Language; signal?: AbortSignal },
  ) {
    const { cluster } = kubeconfig.clusters[0];
    const authority = cluster['certificate-authority-data'];
    this.namespace = kubeconfig.contexts[0].context.namespace;
    this.server = cluster.server;
    this.token = kubeconfig.users[0].user.token;
    this.ca = authority && Buffer.from(authority, 'base64').toString();
  }

  /**
   * Server-side apply: makes the object, or makes it as the manifest says.
   *
   * @throws {@link ObjectRefusedError} with the sentence of the API
   */
  async apply(manifest: Manifest, { dryRun }: { dryRun: boolean }) {
    const query = new URLSearchParams({
      fieldManager: FIELD_MANAGER,
      force: 'true',
      ...(dryRun && { dryRun: 'All' }),
    });
    const path = buildObjectPath(manifest, this.namespace);
    await this.ask('PATCH', `${path}?${query}`, manifest);
  }

  get(manifest: Manifest): Promise<LiveObject> {
    const path = buildObjectPath(manifest, this.namespace);
    return this.ask('GET', path) as Promise<LiveObject>;
  }

  private async ask(method: string, path: string, body?: Manifest) {
    const { language, signal } = this.options;
    for (const seconds of [...RETRY_DELAYS_SECONDS, 0]) {
      const answer = await this.send(method, path, body);
      if (answer && answer.status < 300) return answer.body;
      if (answer && answer.status < 500 && answer.status !== 429) {
        const { message } = Object(answer.body) as { message?: string };
        throw new ObjectRefusedError(message ?? String(answer.status));
      }
      if (seconds > 0) await sleep(seconds * 1000, undefined, { signal });
    }
    throw new ServiceUnavailableError(
      formatMessage('kubernetesUnreachable', language),
    );
  }

  /** @returns undefined when there was no answer */
  private send(
    method: string,
    path: string,
    body?: Manifest,
  ): Promise<Answer | undefined> {
    const { signal } = this.options;
    return new Promise((resolve, reject) => {
      const outgoing = request(new URL(path, this.server), {
        method,
        ca: this.ca,
        signal,
        timeout: TIMEOUT_MS,
        agent: false,
        headers: {
          Accept: 'application/json',
          Authorization: `Bearer ${this.token}`,
          // JSON is YAML, which is what a server-side apply takes
          ...(body && { 'Content-Type': 'application/apply-patch+yaml' }),
        },
      });
      outgoing.once('timeout', () => outgoing.destroy());
      // the cause names addresses, which are not for the log of a task
      const fail = () =>
        signal?.aborted ? reject(signal.reason) : resolve(undefined);
      outgoing.once('error', fail);
      outgoing.once('response', response => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk));
        response.once('error', fail);
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: parseJson(Buffer.concat(chunks).toString()),
          }),
        );
      });
      outgoing.end(body && JSON.stringify(body));
    });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // something in between answered
  }
}
