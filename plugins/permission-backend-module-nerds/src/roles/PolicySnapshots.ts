import type { LoggerService } from '@backstage/backend-plugin-api';
import type { PolicySnapshot, RoleGrant } from '@nerds/plugin-access-common';
import type { AccessService } from '@nerds/plugin-access-node';

/** How long a snapshot is used without asking again, in milliseconds. */
const FRESH_MS = 2_000;

/** How long a snapshot is used when the access plugin does not answer, in milliseconds. */
const USABLE_MS = 60_000;

/** @internal */
export interface PolicySnapshotsOptions {
  access: Pick<AccessService, 'getPolicySnapshot'>;
  /** What is left when the access plugin does not answer. */
  configGrants: RoleGrant[];
  logger: LoggerService;
  /** Milliseconds since some moment. */
  now: () => number;
}

/**
 * Keeps who has which role for two seconds, so that a page full of questions
 * asks the access plugin once.
 *
 * @remarks
 * Without an answer the last snapshot counts for a minute. After that only the
 * roles of the configuration do, so that nobody keeps a role that was taken
 * away; memberships that a review revoked stay revoked. The one who asks next
 * after two seconds tries again.
 *
 * @internal
 */
export class PolicySnapshots {
  readonly #options: PolicySnapshotsOptions;
  #last?: { snapshot: PolicySnapshot; at: number };
  #triedAt = -Infinity;
  #pending?: Promise<void>;
  #isDown = false;

  constructor(options: PolicySnapshotsOptions) {
    this.#options = options;
  }

  async get(): Promise<PolicySnapshot> {
    if (this.#options.now() - this.#triedAt >= FRESH_MS) {
      this.#pending ??= this.#refresh().finally(() => {
        this.#pending = undefined;
      });
    }
    // Known to be down: nobody waits for what will most likely not come.
    if (!this.#isDown) await this.#pending;
    const last = this.#last;
    if (last && this.#options.now() - last.at < USABLE_MS) return last.snapshot;
    return {
      grants: this.#options.configGrants,
      revokedMembers: last?.snapshot.revokedMembers ?? [],
    };
  }

  async #refresh(): Promise<void> {
    const { access, logger, now } = this.#options;
    try {
      const snapshot = await access.getPolicySnapshot();
      this.#last = { snapshot, at: now() };
      if (this.#isDown) logger.info('The access plugin answers again');
      this.#isDown = false;
    } catch (error) {
      if (!this.#isDown) {
        logger.error(
          `Roles given in the portal stop to count in ${
            USABLE_MS / 1000
          } seconds, because the access plugin does not say who has them: ${error}`,
        );
      }
      this.#isDown = true;
    }
    this.#triedAt = now();
  }
}
