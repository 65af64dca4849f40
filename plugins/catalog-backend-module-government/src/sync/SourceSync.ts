import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { RunOutcome } from '@nerds/plugin-catalog-sources-node';
import type { SeenItem, SourceItemRecord } from '../database/SourceItemStore';
import { evaluateVanished, type VanishOptions } from '../domain/archive';
import { InvalidItemError } from '../domain/parseItem';
import { withoutNul } from '../domain/values';
import { RegisterError } from '../http/RegisterError';
import { toBatches } from '../readers/batches';
import { toFingerprint } from '../readers/fingerprint';
import type {
  LoadedItem,
  SourceBatch,
  SourceItem,
  SourceReader,
} from '../readers/SourceReader';
import { CatalogWriter, type CatalogWriterOptions } from './CatalogWriter';
import { mapConcurrently } from './mapConcurrently';
import { RunTally } from './RunTally';
import { DUPLICATE, INCOMPLETE, SUSPICIOUS, toFailure } from './texts';

/** How many details are asked for at the same time; the register has others to serve. */
const CONCURRENCY = 4;

/** Details that cannot be had in a row: then it is the register, not the items. */
const MOST_FAILURES_IN_A_ROW = 20;

/** @internal */
export interface SourceSyncOptions extends CatalogWriterOptions {
  reader: SourceReader;
  vanish: VanishOptions;
  logger: Pick<LoggerService, 'error'>;
  now: () => Date;
}

/** What a batch comes to. */
interface BatchPlan {
  write: SeenItem[];
  /** Read in detail, and the same as before. */
  same: string[];
  /** Not read in detail: the list says the same, or it did not work out. */
  untouched: string[];
  remove: SourceItemRecord[];
}

/**
 * One run of a source: makes the catalog equal to what the source says.
 *
 * @remarks
 * Each batch is a delta of its own: first the catalog, then what we remember of
 * it. A run that is cut off in between does that batch again the next time,
 * which changes nothing; all before it is done, and not read in detail again.
 * What is not found is looked at only when the whole source has been read.
 *
 * @internal
 */
export class SourceSync {
  readonly #options: SourceSyncOptions;
  readonly #writer: CatalogWriter;
  readonly #tally = new RunTally();
  /** Fingerprints by id. */
  readonly #seen = new Map<string, string>();
  readonly #startedAt: Date;
  #failuresInARow = 0;

  constructor(options: SourceSyncOptions) {
    this.#options = options;
    this.#writer = new CatalogWriter(options);
    this.#startedAt = options.now();
  }

  /** Never throws: how it went is the answer. */
  async run(signal: AbortSignal): Promise<RunOutcome> {
    try {
      for await (const batch of this.#options.reader.readBatches(signal)) {
        if (batch.isBroken) this.#tally.markIncomplete(INCOMPLETE);
        await this.#applyBatch(batch, signal);
        signal.throwIfAborted();
      }
      if (!this.#tally.isIncomplete) await this.#applyVanished();
      return this.#tally.toOutcome();
    } catch (error) {
      if (!signal.aborted && !(error instanceof RegisterError)) {
        const { sourceId, logger } = this.#options;
        logger.error(`Import of ${sourceId} broke off`, error as Error);
      }
      return this.#tally.toOutcome(toFailure(error, signal));
    }
  }

  async #applyBatch(batch: SourceBatch, signal: AbortSignal): Promise<void> {
    const { sourceId, store, now } = this.#options;
    const items = this.#takeFirsts(batch.items);
    for (const { isKnownById, ...error } of batch.invalid) {
      this.#tally.counts.read++;
      this.#tally.addFailure(error);
    }
    const known = await store.getItems(
      sourceId,
      items.map(({ itemId }) => itemId),
    );
    const plan = await this.#makePlan(items, known, signal);
    this.#tally.counts.removed += await this.#writer.remove(plan.remove);
    await this.#writer.write(plan.write);
    await store.saveItems(sourceId, plan.write, now());
    await store.touchItems(sourceId, plan.same, { now: now(), checked: true });
    const invalid = batch.invalid.filter(({ isKnownById }) => isKnownById);
    await store.touchItems(
      sourceId,
      [...plan.untouched, ...invalid.map(({ itemId }) => itemId)],
      { now: now(), checked: false },
    );
  }

  /** The first of each id counts: which one is right is for the source to say. */
  #takeFirsts(items: SourceItem[]): SourceItem[] {
    const { counts } = this.#tally;
    return items.filter(({ itemId, itemUrl, fingerprint }) => {
      counts.read++;
      const first = this.#seen.get(itemId);
      if (first === undefined) {
        this.#seen.set(itemId, fingerprint);
        return true;
      }
      const error = { itemId, itemUrl, message: DUPLICATE };
      if (first === fingerprint) {
        // Pages shift when something is added meanwhile; no harm is done.
        counts.unchanged++;
        this.#tally.addWarning(error);
      } else {
        this.#tally.addFailure(error);
      }
      return false;
    });
  }

  async #makePlan(
    items: SourceItem[],
    known: Map<string, SourceItemRecord>,
    signal: AbortSignal,
  ): Promise<BatchPlan> {
    const plan: BatchPlan = { write: [], same: [], untouched: [], remove: [] };
    await mapConcurrently(items, CONCURRENCY, async item => {
      const record = known.get(item.itemId);
      if (record && !this.#isToBeRead(item, record)) {
        this.#tally.counts.unchanged++;
        plan.untouched.push(item.itemId);
        return;
      }
      const loaded = await this.#load(item, signal);
      if (loaded === 'failed') plan.untouched.push(item.itemId);
      else this.#addToPlan(plan, item, { record, loaded });
    });
    return plan;
  }

  #isToBeRead(item: SourceItem, record: SourceItemRecord): boolean {
    const { reader, now } = this.#options;
    const ageMs = now().getTime() - record.checkedAt.getTime();
    return (
      record.fingerprint !== item.fingerprint ||
      record.archivedAt !== undefined ||
      (reader.detailLifetimeMs > 0 && ageMs >= reader.detailLifetimeMs)
    );
  }

  async #load(
    item: SourceItem,
    signal: AbortSignal,
  ): Promise<LoadedItem | undefined | 'failed'> {
    const { itemId, itemUrl } = item;
    try {
      const loaded = await item.load(signal);
      this.#failuresInARow = 0;
      if (loaded?.warning) {
        this.#tally.addWarning({ itemId, itemUrl, ...loaded.warning });
      }
      return loaded;
    } catch (error) {
      if (error instanceof InvalidItemError) {
        const { field, text: message } = error;
        this.#tally.addFailure({ itemId, itemUrl, field, message });
        return 'failed';
      }
      if (!(error instanceof RegisterError) || error.kind === 'aborted') {
        throw error;
      }
      if (error.kind === 'unavailable') this.#failuresInARow++;
      if (this.#failuresInARow >= MOST_FAILURES_IN_A_ROW) throw error;
      this.#tally.addFailure({
        itemId,
        itemUrl,
        message: toFailure(error, signal),
      });
      return 'failed';
    }
  }

  #addToPlan(
    plan: BatchPlan,
    item: SourceItem,
    found: { record?: SourceItemRecord; loaded?: LoadedItem },
  ): void {
    const { counts } = this.#tally;
    const { record, loaded } = found;
    if (!loaded) {
      if (record) plan.remove.push(record);
      else counts.unchanged++;
      return;
    }
    const entity = withoutNul(loaded.entity);
    const seen: SeenItem = {
      itemId: item.itemId,
      entityRef: stringifyEntityRef(entity),
      locationKey: item.locationKey ?? this.#options.sourceId,
      fingerprint: item.fingerprint,
      entityHash: toFingerprint(entity),
      onVanish: item.onVanish ?? 'archive',
      entity,
    };
    const isSame =
      record?.entityHash === seen.entityHash &&
      record.fingerprint === seen.fingerprint &&
      !record.archivedAt;
    if (isSame) {
      counts.unchanged++;
      plan.same.push(item.itemId);
      return;
    }
    if (!record) counts.added++;
    else if (record.entityHash !== seen.entityHash || record.archivedAt) {
      counts.changed++;
    } else counts.unchanged++;
    plan.write.push(seen);
  }

  /** Only after the whole source has been read. */
  async #applyVanished(): Promise<void> {
    const { sourceId, store, vanish, now } = this.#options;
    const unseen = await store.listUnseenSince(sourceId, this.#startedAt);
    const present = await store.countPresent(sourceId);
    const plan = evaluateVanished(
      unseen,
      { present, seen: this.#seen.size },
      vanish,
      now(),
    );
    if (plan === 'suspicious') {
      this.#tally.markIncomplete(SUSPICIOUS);
      return;
    }
    for (const itemIds of toBatches(plan.missing)) {
      await store.markMissing(sourceId, itemIds, now());
    }
    const { counts } = this.#tally;
    counts.archived += await this.#writer.archive(plan.archive, now());
    for (const itemIds of toBatches(plan.remove)) {
      counts.removed += await this.#writer.remove(
        await store.getEntities(sourceId, itemIds),
      );
    }
  }
}
