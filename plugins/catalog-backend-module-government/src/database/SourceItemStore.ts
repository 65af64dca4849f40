import type { Entity } from '@backstage/catalog-model';
import type { UnseenItem } from '../domain/archive';

/** What is known of an item of a source. @internal */
export interface SourceItemRecord {
  itemId: string;
  entityRef: string;
  locationKey: string;
  fingerprint: string;
  entityHash: string;
  onVanish: 'archive' | 'remove';
  checkedAt: Date;
  missingSince?: Date;
  archivedAt?: Date;
}

/** What is to be remembered of an item that was read. @internal */
export type SeenItem = Pick<
  SourceItemRecord,
  | 'itemId'
  | 'entityRef'
  | 'locationKey'
  | 'fingerprint'
  | 'entityHash'
  | 'onVanish'
> & { entity: Entity };

/** @internal */
export type StoredEntity = Pick<
  SourceItemRecord,
  'itemId' | 'entityRef' | 'locationKey' | 'missingSince'
> & { entity: Entity };

/** Remembers the items of the sources from run to run. @internal */
export interface SourceItemStore {
  getItems(
    sourceId: string,
    itemIds: string[],
  ): Promise<Map<string, SourceItemRecord>>;
  getEntities(sourceId: string, itemIds: string[]): Promise<StoredEntity[]>;
  /** Also makes them seen, checked, present and not archived. */
  saveItems(sourceId: string, items: SeenItem[], now: Date): Promise<void>;
  /** @param checked - whether they were read in detail, and had not changed */
  touchItems(
    sourceId: string,
    itemIds: string[],
    options: { now: Date; checked: boolean },
  ): Promise<void>;
  /** Items that are not known to be missing. */
  countPresent(sourceId: string): Promise<number>;
  listUnseenSince(sourceId: string, time: Date): Promise<UnseenItem[]>;
  markMissing(sourceId: string, itemIds: string[], now: Date): Promise<void>;
  markArchived(sourceId: string, itemIds: string[], now: Date): Promise<void>;
  deleteItems(sourceId: string, itemIds: string[]): Promise<void>;
  /** Forgets the sources that are not named, with all that was read of them. */
  keepSources(sourceIds: string[]): Promise<void>;
}
