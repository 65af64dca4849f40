import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  AuthService,
  DiscoveryService,
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  toSourceTaskId,
  type CatalogSourcesService,
  type RunOutcome,
  type SourceRegistration,
} from './CatalogSourcesService';
import { toFinishRunMessage, type StartRunMessage } from './messages';

const TIMEOUT_MS = 10_000;

/** The ledger calls a run interrupted when it hears nothing for four of these. */
const HEARTBEAT_MS = 30_000;

/** While the backend starts, the ledger may not answer yet. */
const RETRY_AFTER_MS = [1_000, 5_000, 20_000];

interface ActiveRun extends StartRunMessage {
  heartbeat: NodeJS.Timeout;
}

/**
 * Tells the plugin catalog-sources over HTTP, as the plugin that imports.
 *
 * @internal
 */
export class CatalogSourcesClient implements CatalogSourcesService {
  readonly #sources = new Map<string, Required<SourceRegistration>>();
  readonly #runs = new Map<string, ActiveRun>();
  readonly #stopping = new AbortController();

  constructor(
    private readonly options: {
      auth: AuthService;
      discovery: DiscoveryService;
      lifecycle: LifecycleService;
      logger: LoggerService;
    },
  ) {
    options.lifecycle.addShutdownHook(() => {
      this.#stopping.abort();
      for (const { heartbeat } of this.#runs.values()) clearInterval(heartbeat);
    });
  }

  async registerSource(source: SourceRegistration): Promise<void> {
    const known = {
      ...source,
      taskId: source.taskId ?? toSourceTaskId(source.id),
    };
    this.#sources.set(source.id, known);
    // Not awaited: the ledger may start after the one who registers. A run tells
    // of its source again, so nothing is lost when this does not work out.
    const path = `/internal/sources/${encodeURIComponent(source.id)}`;
    this.#tell('PUT', path, known).catch(this.#unexpected);
  }

  async startRun(sourceId: string): Promise<string> {
    const source = this.#sources.get(sourceId);
    if (!source) throw new Error(`Source ${sourceId} is not registered`);
    const runId = randomUUID();
    const start = { source, startedAt: new Date().toISOString() };
    const beat = () => this.#beat(runId, start);
    const heartbeat = setInterval(() => {
      beat().catch(this.#unexpected);
    }, HEARTBEAT_MS);
    heartbeat.unref();
    this.#runs.set(runId, { ...start, heartbeat });
    await beat();
    return runId;
  }

  async finishRun(runId: string, outcome: RunOutcome): Promise<void> {
    const run = this.#runs.get(runId);
    if (!run) throw new Error(`Run ${runId} does not run`);
    const { heartbeat, ...start } = run;
    clearInterval(heartbeat);
    this.#runs.delete(runId);
    const message = toFinishRunMessage(start, outcome, new Date());
    await this.#tell('PUT', `/internal/runs/${runId}/outcome`, message);
  }

  /** One attempt: the next heartbeat says the same. */
  async #beat(runId: string, start: StartRunMessage): Promise<void> {
    const problem = await this.#request(
      'PUT',
      `/internal/runs/${runId}`,
      start,
    );
    if (problem) this.#warn(`Run ${runId} of ${start.source.id}`, problem);
  }

  async #tell(method: string, path: string, body: object): Promise<void> {
    for (const retryAfterMs of [...RETRY_AFTER_MS, undefined]) {
      const problem = await this.#request(method, path, body);
      if (!problem || this.#stopping.signal.aborted) return;
      if (retryAfterMs === undefined) this.#warn(path, problem);
      else await this.#wait(retryAfterMs);
    }
  }

  async #wait(ms: number): Promise<void> {
    const { signal } = this.#stopping;
    // The only way this ends early is that the backend stops.
    await sleep(ms, undefined, { signal, ref: false }).catch(() => {});
  }

  /** @returns what went wrong, or nothing */
  async #request(
    method: string,
    path: string,
    body: object,
  ): Promise<string | undefined> {
    const { auth, discovery } = this.options;
    try {
      const baseUrl = await discovery.getBaseUrl('catalog-sources');
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: 'catalog-sources',
      });
      const response = await fetch(`${baseUrl}${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.body?.cancel();
      return response.ok ? undefined : `status ${response.status}`;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  readonly #unexpected = (error: unknown) => this.#warn('A run', String(error));

  #warn(what: string, problem: string): void {
    this.options.logger.warn(
      `${what} could not be told to the catalog sources: ${problem}`,
    );
  }
}
