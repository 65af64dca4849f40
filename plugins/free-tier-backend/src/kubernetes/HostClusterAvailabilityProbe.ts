import { readFile } from 'node:fs/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { z } from 'zod';
import type { HostClusterAvailability } from './HostCluster';
import { mapToServiceError } from './toServiceError';
import type { KubeconfigConnection } from './KubeconfigConnection';
import type { KubernetesApiClient } from './KubernetesApiClient';

// A person looks at the answer: better "not reachable" soon than the truth late.
const TIMEOUT_MS = 2_000;
const MAX_AGE_MS = 5_000;

const statusFileSchema = z.object({
  state: z.enum(['starting', 'failed', 'available']),
  message: z.object({ nl: z.string(), en: z.string() }).optional(),
});

type StatusFile = z.infer<typeof statusFileSchema>;

/** @internal */
export interface HostClusterAvailabilityProbeOptions {
  region: string;
  client: KubernetesApiClient;
  connection: KubeconfigConnection;
  /** Where a launcher writes how far the host cluster is. */
  statusFile?: string;
  logger: LoggerService;
  /** Milliseconds, monotonic. */
  now: () => number;
}

/**
 * Tells whether a region's API server is there. Asks at most once per 5 s,
 * however many pages ask, and logs changes only.
 * @internal
 */
export class HostClusterAvailabilityProbe {
  #latest?: { at: number; answer: Promise<HostClusterAvailability> };
  #loggedState?: string;

  constructor(private readonly options: HostClusterAvailabilityProbeOptions) {}

  /** Never throws. */
  async get(): Promise<HostClusterAvailability> {
    const at = this.options.now();
    if (!this.#latest || at - this.#latest.at >= MAX_AGE_MS) {
      this.#latest = { at, answer: this.#probe() };
    }
    return this.#latest.answer;
  }

  async #probe(): Promise<HostClusterAvailability> {
    const answer = await this.#ask();
    if (answer.state !== this.#loggedState) {
      this.#loggedState = answer.state;
      this.options.logger.info(
        `Region ${this.options.region} is ${answer.state}${
          answer.message ? `: ${answer.message.en}` : ''
        }`,
      );
    }
    return answer;
  }

  async #ask(): Promise<HostClusterAvailability> {
    const limits = { timeoutMs: TIMEOUT_MS, retryBudgetMs: 0 };
    try {
      const [version, { server }] = await Promise.all([
        this.options.client.request<{ gitVersion: string }>({
          method: 'GET',
          path: '/version',
          ...limits,
        }),
        this.options.connection.getServer(),
        // /version answers before the API server can do anything; this one does not.
        this.options.client.request({
          method: 'GET',
          path: '/readyz',
          ...limits,
        }),
      ]);
      return {
        state: 'available',
        kubernetesVersion: version.gitVersion,
        server,
      };
    } catch (error) {
      return this.#explain(error);
    }
  }

  async #explain(error: unknown): Promise<HostClusterAvailability> {
    const mapped = mapToServiceError(error, this.options.region);
    const status = await this.#readStatusFile();
    if (status?.state === 'starting') {
      return { state: 'starting', message: status.message };
    }
    if (status?.state === 'failed') {
      return {
        state: 'unreachable',
        message: status.message ?? mapped.localizedMessage,
      };
    }
    return {
      state:
        mapped.reason === 'HostClusterNotStarted' ? 'starting' : 'unreachable',
      message: mapped.localizedMessage,
    };
  }

  async #readStatusFile(): Promise<StatusFile | undefined> {
    if (!this.options.statusFile) {
      return undefined;
    }
    try {
      const text = await readFile(this.options.statusFile, 'utf8');
      return statusFileSchema.safeParse(JSON.parse(text)).data;
    } catch {
      // Not there yet, or half written: the kubeconfig decides alone.
      return undefined;
    }
  }
}
