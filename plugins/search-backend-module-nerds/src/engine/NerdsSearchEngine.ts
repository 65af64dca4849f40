import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { AuthenticationError, InputError } from '@backstage/errors';
import type {
  QueryRequestOptions,
  SearchEngine,
} from '@backstage/plugin-search-backend-node';
import type {
  IndexableResultSet,
  SearchQuery,
} from '@backstage/plugin-search-common';
import type { TextPart } from '@nerds/plugin-search-common';
import type { DocumentIndex } from '../database/DocumentIndex';
import type { DocumentStore } from '../database/DocumentStore';
import type { ReaderResolver } from '../services/ReaderResolver';
import { DocumentIndexer } from './DocumentIndexer';

const DEFAULT_PAGE_SIZE = 25;

/**
 * The engine behind Backstage's own search API, over the same index as the
 * portal's: for everything that speaks that API, such as actions.
 *
 * @internal
 */
export class NerdsSearchEngine implements SearchEngine {
  // not guessable, so that no text can hold it
  readonly #tag = randomUUID();
  readonly #options: {
    index: DocumentIndex;
    store: DocumentStore;
    readers: ReaderResolver;
    logger: LoggerService;
  };

  constructor(options: {
    index: DocumentIndex;
    store: DocumentStore;
    readers: ReaderResolver;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  /** @throws Error always: a query is not translated, but looked up as it is */
  setTranslator(): void {
    throw new Error('This search engine has no translator to replace');
  }

  async getIndexer(type: string): Promise<DocumentIndexer> {
    const { store, logger } = this.#options;
    return new DocumentIndexer({ type, store, logger });
  }

  async query(
    query: SearchQuery,
    options?: QueryRequestOptions,
  ): Promise<IndexableResultSet> {
    if (!options || !('credentials' in options)) {
      throw new AuthenticationError('A search is made on behalf of somebody');
    }
    const pageSize = query.pageLimit ?? DEFAULT_PAGE_SIZE;
    const page = decodePage(query.pageCursor);
    const found = await this.#options.index.find({
      query: query.term,
      types: query.types ?? [],
      filters: query.filters,
      readers: await this.#options.readers.resolveReaders(options.credentials),
      offset: page * pageSize,
      limit: pageSize,
    });
    const preTag = `<${this.#tag}>`;
    const postTag = `</${this.#tag}>`;
    const toTagged = (parts: TextPart[]) =>
      parts
        .map(({ text, isMatch }) => (isMatch ? preTag + text + postTag : text))
        .join('');
    return {
      results: found.documents.map(({ type, document, ...texts }, index) => ({
        type,
        document,
        rank: page * pageSize + index + 1,
        highlight: {
          preTag,
          postTag,
          fields: {
            title: toTagged(texts.title),
            text: toTagged(texts.excerpt),
          },
        },
      })),
      numberOfResults: found.total,
      ...((page + 1) * pageSize < found.total && {
        nextPageCursor: encodePage(page + 1),
      }),
      ...(page > 0 && { previousPageCursor: encodePage(page - 1) }),
    };
  }
}

/** As Backstage's own engines write it, because its router reads it too. */
function encodePage(page: number): string {
  return Buffer.from(String(page)).toString('base64');
}

function decodePage(cursor: string | undefined): number {
  if (!cursor) return 0;
  const page = Number(Buffer.from(cursor, 'base64').toString());
  if (Number.isSafeInteger(page) && page >= 0) return page;
  throw new InputError('Invalid page cursor');
}
