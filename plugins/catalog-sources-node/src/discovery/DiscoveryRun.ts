import { setTimeout as sleep } from 'node:timers/promises';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import type {
  ItemError,
  RunCounts,
} from '@nerds/plugin-catalog-sources-common';
import type { RunOutcome } from '../CatalogSourcesService';
import { MAX_ITEM_ERRORS } from '../messages';
import type { ProvidedEntities, ProvidedState } from './ProvidedEntities';
import { CONFLICT, toFailure } from './texts';

/**
 * How long the end of a run waits until the catalog has looked at what is new,
 * for only then is known what is wrong with it. Of a large first load the rest
 * is told by the next run.
 */
const READ_WITHIN_MS = 20_000;
const POLL_MS = 250;

const LOCATION = 'location:';

/**
 * One run of a provider of a stock module: what it did to the catalog, and what
 * it wrote to the log as an error instead of throwing it.
 *
 * @internal
 */
export class DiscoveryRun {
  readonly #given = new Set<string>();
  readonly #failures: string[] = [];
  #before?: ProvidedState;
  #after?: ProvidedState;
  #isOver = false;

  constructor(
    private readonly providerName: string,
    private readonly entities: ProvidedEntities,
  ) {}

  addFailure(message: string): void {
    this.#failures.push(message);
  }

  /** @throws Error when the run has ended */
  async apply(
    mutation: EntityProviderMutation,
    send: () => Promise<void>,
  ): Promise<void> {
    if (this.#isOver) {
      throw new Error(
        `This run of ${this.providerName} is over, its time was up`,
      );
    }
    this.#before ??= await this.entities.read(this.providerName);
    const given = mutation.type === 'full' ? mutation.entities : mutation.added;
    for (const { entity } of given) this.#given.add(stringifyEntityRef(entity));
    await send();
    this.#after = await this.entities.read(this.providerName);
  }

  /**
   * Nothing of it may reach the catalog any more: a later run may have newer
   * data, and this one has been told.
   *
   * @param signal - fires when the time of the run is up
   */
  async end(signal: AbortSignal): Promise<RunOutcome> {
    this.#isOver = true;
    const after = this.#after ?? new Map();
    try {
      const itemErrors = await this.#findItemErrors(after, signal);
      return this.#toOutcome(after, itemErrors);
    } catch (error) {
      // The database; the run is told all the same, for else it never ends.
      this.addFailure(String(error));
      return this.#toOutcome(after, []);
    }
  }

  #toOutcome(after: ProvidedState, itemErrors: ItemError[]): RunOutcome {
    const before = this.#before ?? new Map();
    const counts = this.#count(before, after, itemErrors.length);
    const [failure] = this.#failures;
    const isSound = failure === undefined && itemErrors.length === 0;
    const partial = this.#after ? 'incomplete' : 'failed';
    return {
      state: isSound ? 'succeeded' : partial,
      counts,
      error: failure === undefined ? undefined : toFailure(failure),
      itemErrors,
    };
  }

  #count(
    before: ProvidedState,
    after: ProvidedState,
    failed: number,
  ): RunCounts {
    const refs = [...after.keys()];
    const known = refs.filter(ref => before.has(ref));
    const changed = known.filter(ref => before.get(ref) !== after.get(ref));
    // Registered by somebody, or by a template.
    const elsewhere = [...this.#given].filter(
      ref => !after.has(ref) && ref.startsWith(LOCATION),
    );
    return {
      read: this.#given.size,
      added: refs.length - known.length,
      changed: changed.length,
      unchanged: known.length - changed.length + elsewhere.length,
      archived: 0,
      removed: [...before.keys()].filter(ref => !after.has(ref)).length,
      failed,
    };
  }

  async #findItemErrors(
    after: ProvidedState,
    signal: AbortSignal,
  ): Promise<ItemError[]> {
    if (!this.#after) return [];
    await this.#waitUntilRead(signal);
    // The catalog leaves out what another source has, and only logs that. A
    // location is named after its file, so that one is in the catalog already.
    const conflicts = [...this.#given]
      .filter(ref => !after.has(ref) && !ref.startsWith(LOCATION))
      .map(itemId => ({ itemId, message: CONFLICT }));
    const limit = MAX_ITEM_ERRORS;
    const wrong = await this.entities.listErrors(this.providerName, limit);
    return [...conflicts, ...wrong];
  }

  async #waitUntilRead(signal: AbortSignal): Promise<void> {
    const until = Date.now() + READ_WITHIN_MS;
    while (
      !signal.aborted &&
      Date.now() < until &&
      (await this.entities.hasUnread(this.providerName))
    ) {
      await sleep(POLL_MS);
    }
  }
}
