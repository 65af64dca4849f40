import type { LoggerService } from '@backstage/backend-plugin-api';
import { BatchSearchEngineIndexer } from '@backstage/plugin-search-backend-node';
import type { IndexableDocument } from '@backstage/plugin-search-common';
import type { Knex } from 'knex';
import type { DocumentStore } from '../database/DocumentStore';
import { buildIndexedDocument } from '../documents/IndexedDocument';

/** Documents that go into the database at once. */
const BATCH_SIZE = 250;

/**
 * Brings the documents of one type up to date: adds what is new or has changed
 * and removes what is gone, all at once at the end.
 *
 * @remarks
 * Nothing is written, and no transaction opened, as long as everything is as it
 * was. A run that gives no documents at all changes nothing: a source that is
 * down must not empty the search. A run that fails leaves all as it was.
 *
 * @internal
 */
export class DocumentIndexer extends BatchSearchEngineIndexer {
  readonly #options: {
    type: string;
    store: DocumentStore;
    logger: LoggerService;
  };
  #gone = new Set<string>();
  #count = 0;
  #tx?: Knex.Transaction;

  constructor(options: {
    type: string;
    store: DocumentStore;
    logger: LoggerService;
  }) {
    super({ batchSize: BATCH_SIZE });
    this.#options = options;
  }

  async initialize(): Promise<void> {
    const { store, type } = this.#options;
    this.#gone = await store.listIds(type);
  }

  async index(documents: IndexableDocument[]): Promise<void> {
    const { store, type } = this.#options;
    this.#count += documents.length;
    const added = documents
      .map(document => buildIndexedDocument(type, document))
      .filter(({ id }) => !this.#gone.delete(id));
    if (added.length > 0) await store.insert(await this.#begin(), added);
  }

  async finalize(): Promise<void> {
    const { logger, store, type } = this.#options;
    if (this.#count === 0) {
      logger.warn(`Index for ${type} was kept: there were no documents`);
      return;
    }
    if (this.#gone.size > 0) {
      await store.remove(await this.#begin(), [...this.#gone]);
    }
    await this.#tx?.commit();
  }

  /** A source that fails half way does not reach `finalize`. */
  _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    const tx = this.#tx;
    if (!tx || tx.isCompleted()) {
      done(error);
      return;
    }
    tx.rollback().then(
      () => done(error),
      () => done(error),
    );
  }

  async #begin(): Promise<Knex.Transaction> {
    this.#tx ??= await this.#options.store.begin();
    return this.#tx;
  }
}
