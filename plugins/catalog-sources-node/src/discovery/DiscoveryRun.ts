import { setTimeout as sleep } from 'node:timers/promises';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import type {
  ItemError,
  LocalizedText,
  RunCounts,
} from '@nerds/plugin-catalog-sources-common';
import type { RunOutcome } from '../CatalogSourcesService';
import { MAX_ITEM_ERRORS } from '../messages';
import type { ProvidedEntities, ProvidedState } from './ProvidedEntities';
import type { Secrets } from './Secrets';
import { CONFLICT, SAME_NAME, toFailure } from './texts';

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
  /** What was given more than once under one name. */
  readonly #doubles = new Set<string>();
  #failure?: string;
  /** Why what is read cannot be all there is. */
  #doubt?: string;
  #before?: ProvidedState;
  #after?: ProvidedState;
  #isOver = false;

  constructor(
    private readonly providerName: string,
    private readonly options: { entities: ProvidedEntities; secrets: Secrets },
  ) {}

  /** Of several the last counts: modules end with why they gave up. */
  addFailure(message: string): void {
    this.#failure = message;
  }

  /** A part could not be read, which does not mean that it is gone. */
  distrust(reason: string): void {
    this.#doubt ??= reason;
  }

  /** @throws Error when the run has ended, or has not read everything */
  async apply(
    mutation: EntityProviderMutation,
    send: () => Promise<void>,
  ): Promise<void> {
    if (this.#isOver) {
      throw new Error(
        `This run of ${this.providerName} is over, its time was up`,
      );
    }
    if (this.#doubt !== undefined) throw new Error(this.#doubt);
    const { entities } = this.options;
    this.#before ??= await entities.read(this.providerName);
    const given = mutation.type === 'full' ? mutation.entities : mutation.added;
    for (const { entity } of given) {
      const ref = stringifyEntityRef(entity);
      if (this.#given.has(ref)) this.#doubles.add(ref);
      this.#given.add(ref);
    }
    await send();
    this.#after = await entities.read(this.providerName);
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
    const failure = this.#failure;
    const isSound = failure === undefined && itemErrors.length === 0;
    const partial = this.#after ? 'incomplete' : 'failed';
    return {
      state: isSound ? 'succeeded' : partial,
      counts,
      error:
        failure === undefined ? undefined : this.#clean(toFailure(failure)),
      itemErrors: itemErrors.map(error => ({
        ...error,
        message: this.#clean(error.message),
      })),
    };
  }

  #clean({ nl, en }: LocalizedText): LocalizedText {
    const { secrets } = this.options;
    return { nl: secrets.remove(nl), en: secrets.remove(en) };
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
    // One file may be found twice, but two people or teams cannot have one name.
    const doubles = [...this.#doubles]
      .filter(ref => !ref.startsWith(LOCATION))
      .map(itemId => ({ itemId, message: SAME_NAME }));
    const wrong = await this.options.entities.listErrors(
      this.providerName,
      MAX_ITEM_ERRORS,
    );
    return [...conflicts, ...doubles, ...wrong];
  }

  async #waitUntilRead(signal: AbortSignal): Promise<void> {
    const until = Date.now() + READ_WITHIN_MS;
    while (
      !signal.aborted &&
      Date.now() < until &&
      (await this.options.entities.hasUnread(this.providerName))
    ) {
      await sleep(POLL_MS);
    }
  }
}
