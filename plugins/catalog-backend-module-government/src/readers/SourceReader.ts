import type { Entity } from '@backstage/catalog-model';
import type { LocalizedText } from '@nerds/plugin-catalog-sources-common';

/** What an item becomes. @internal */
export interface LoadedItem {
  entity: Entity;
  /** What is wrong with it although there is an entity. */
  warning?: { field?: string; message: LocalizedText };
}

/** One item in the list of a source. @internal */
export interface SourceItem {
  /** What the source knows it by. */
  itemId: string;
  itemUrl?: string;
  /** Hash of everything the list says that ends up in the entity. */
  fingerprint: string;
  /** Default: the id of the source. */
  locationKey?: string;
  /** Default `archive`. */
  onVanish?: 'archive' | 'remove';
  /**
   * Reads the rest of it.
   *
   * @returns undefined when the item does not belong in the catalog, because it
   * is there already from elsewhere
   * @throws InvalidItemError or RegisterError; that is about this item alone
   */
  load(signal: AbortSignal): Promise<LoadedItem | undefined>;
}

/** Part of the list of a source: items, or why there are none. @internal */
export interface SourceBatch {
  /** Items that can be told apart. */
  items: SourceItem[];
  /** Items that cannot be used, down to one without an id. */
  invalid: {
    itemId: string;
    itemUrl?: string;
    field?: string;
    message: LocalizedText;
    /** Whether the item may still be known from an earlier run. */
    isKnownById: boolean;
  }[];
  /** Whether a part of the list could not be read here. */
  isBroken?: boolean;
}

/** Reads the list of a source, part by part. @internal */
export interface SourceReader {
  /**
   * How long what was read of an item stays good while the list says the same;
   * 0 when the list says everything.
   */
  readonly detailLifetimeMs: number;
  /** @throws RegisterError when there is no list */
  readBatches(signal: AbortSignal): AsyncGenerator<SourceBatch>;
}
