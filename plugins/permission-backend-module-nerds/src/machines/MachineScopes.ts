import type { LoggerService } from '@backstage/backend-plugin-api';
import type { MachineScope } from '@nerds/plugin-machine-access-common';
import type { MachineAccessService } from '@nerds/plugin-machine-access-node';

/** How long a scope is used without asking again, in milliseconds: a revoked token ends this soon. */
const FRESH_MS = 2_000;

/** @internal */
export interface MachineScopesOptions {
  machines: Pick<MachineAccessService, 'getScope'>;
  logger: LoggerService;
  /** Milliseconds since some moment. */
  now: () => number;
}

/**
 * Keeps what each machine may do for two seconds. Without an answer a machine
 * may do nothing.
 *
 * @internal
 */
export class MachineScopes {
  readonly #options: MachineScopesOptions;
  readonly #entries = new Map<
    string,
    { scope: Promise<MachineScope | undefined>; until: number }
  >();

  constructor(options: MachineScopesOptions) {
    this.#options = options;
  }

  async get(principal: string): Promise<MachineScope | undefined> {
    const now = this.#options.now();
    const known = this.#entries.get(principal);
    if (known && known.until > now) return known.scope;
    // Machines come and go: what has ended must not pile up.
    for (const [key, { until }] of this.#entries) {
      if (until <= now) this.#entries.delete(key);
    }
    const scope = this.#load(principal);
    this.#entries.set(principal, { scope, until: now + FRESH_MS });
    return scope;
  }

  async #load(principal: string): Promise<MachineScope | undefined> {
    const { logger, machines } = this.#options;
    try {
      return await machines.getScope(principal);
    } catch (error) {
      logger.error(
        `${principal} may do nothing now, because the machine access plugin does not say what it may: ${error}`,
      );
      return undefined;
    }
  }
}
