import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { problems } from '../domain/problems';
import type { ScheduledTask } from '../domain/records';
import { toScheduledTasks } from './toScheduledTasks';

const TIMEOUT_MS = 5_000;

/** How an attempt to start a task went. @internal */
export type TriggerResult = 'triggered' | 'running' | 'unknown';

/**
 * Asks the schedulers of plugins over HTTP, as this plugin. Each plugin has one
 * of its own, with the tasks of its modules.
 *
 * @internal
 */
export class SchedulerClient {
  constructor(
    private readonly options: {
      auth: AuthService;
      discovery: DiscoveryService;
      logger: LoggerService;
    },
  ) {}

  /** @throws HttpProblem `scheduler-unreachable` */
  async listTasks(pluginId: string): Promise<ScheduledTask[]> {
    const response = await this.#request('GET', pluginId, '');
    if (!response.ok) throw this.#unreachable(`status ${response.status}`);
    return toScheduledTasks(await response.json());
  }

  /** @throws HttpProblem `scheduler-unreachable` */
  async triggerTask(pluginId: string, taskId: string): Promise<TriggerResult> {
    const path = `/${encodeURIComponent(taskId)}/trigger`;
    const { ok, status } = await this.#request('POST', pluginId, path);
    if (ok) return 'triggered';
    if (status === 409) return 'running';
    if (status === 404) return 'unknown';
    throw this.#unreachable(`status ${status}`);
  }

  /**
   * Has the scheduler forget a run that does not run any more; without this it
   * waits until the time of the task is over.
   *
   * @throws HttpProblem `scheduler-unreachable`
   */
  async cancelTask(pluginId: string, taskId: string): Promise<void> {
    const path = `/${encodeURIComponent(taskId)}/cancel`;
    const { ok, status } = await this.#request('POST', pluginId, path);
    // 409: it has ended in the meantime, which is what was asked for.
    if (!ok && status !== 409) throw this.#unreachable(`status ${status}`);
  }

  async #request(
    method: string,
    pluginId: string,
    path: string,
  ): Promise<Response> {
    const { auth, discovery } = this.options;
    try {
      const [baseUrl, { token }] = await Promise.all([
        discovery.getBaseUrl(pluginId),
        auth.getPluginRequestToken({
          onBehalfOf: await auth.getOwnServiceCredentials(),
          targetPluginId: pluginId,
        }),
      ]);
      return await fetch(`${baseUrl}/.backstage/scheduler/v1/tasks${path}`, {
        method,
        headers: { Authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (error) {
      throw this.#unreachable(String(error));
    }
  }

  #unreachable(reason: string) {
    this.options.logger.warn(`A scheduler could not be asked: ${reason}`);
    return problems.problem(
      503,
      'scheduler-unreachable',
      {},
      {
        retryAfterSeconds: 60,
      },
    );
  }
}
