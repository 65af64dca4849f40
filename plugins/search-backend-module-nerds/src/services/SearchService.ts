import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { DocumentTypeInfo } from '@backstage/plugin-search-common';
import type {
  SearchAnswer,
  SearchCategory,
  SearchResult,
} from '@nerds/plugin-search-common';
import type {
  DocumentIndex,
  FoundDocument,
  FoundDocuments,
} from '../database/DocumentIndex';
import type { ZeroResultStore } from '../database/ZeroResultStore';
import { looksLikePersonalData } from '../domain/personalData';
import { normalizeQuery } from '../domain/queryTerms';
import type {
  IndexQuery,
  LiveDocument,
  Readers,
} from '../domain/SearchRequest';
import type { ClusterScope, ClusterSource } from './ClusterSource';
import type { CurrentReaders } from './CurrentReaders';
import type { ReaderResolver } from './ReaderResolver';

/** What somebody asked for. @internal */
export interface SearchRequest {
  query: string;
  category?: SearchCategory;
  /** From 1. */
  page: number;
  pageSize: number;
}

/** Finds for a person what that person may see. @internal */
export class SearchService {
  readonly #options;

  constructor(options: {
    index: DocumentIndex;
    readers: ReaderResolver;
    current: CurrentReaders;
    clusters: ClusterSource;
    zeroResults: ZeroResultStore;
    /** Types of documents that there are. */
    listTypes: () => Record<string, DocumentTypeInfo>;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#options = options;
  }

  async search(
    request: SearchRequest,
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<SearchAnswer> {
    const { query, category, page, pageSize } = request;
    const sight = await this.#options.readers.resolveSight(credentials);
    const clusters = await this.#listClusters(sight.clusters, credentials);
    const found = await this.#find(
      {
        query,
        category,
        types: this.#listTypes(),
        clusters,
        offset: (page - 1) * pageSize,
        limit: pageSize,
      },
      sight.readers,
    );
    const answer: SearchAnswer = {
      total: found.total,
      page,
      pageSize,
      items: found.documents.map(toResult),
      facets: found.facets,
      unavailable: clusters ? [] : ['cluster'],
    };
    await this.#countZeroResult(request, answer);
    return answer;
  }

  /** Those of which the right to see them is the right to see an entity. */
  #listTypes(): string[] {
    return Object.entries(this.#options.listTypes())
      .filter(
        ([, { visibilityPermission }]) =>
          visibilityPermission?.name === catalogEntityReadPermission.name,
      )
      .map(([type]) => type);
  }

  /** @returns undefined when it is unknown now */
  async #listClusters(
    scope: ClusterScope,
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<LiveDocument[] | undefined> {
    try {
      return await this.#options.clusters.listClusters(scope, credentials);
    } catch (error) {
      this.#options.logger.warn(`Search without clusters: ${error}`);
      return undefined;
    }
  }

  /**
   * The index is a little behind, and what nobody is shown must not be counted
   * either: who looks for a word of it would know that it is there. Only among
   * many others it may count until the index is up to date.
   */
  async #find(
    query: Omit<IndexQuery, 'readers'>,
    readers: Readers,
  ): Promise<FoundDocuments> {
    const { index } = this.#options;
    const found = await index.find({ ...query, readers });
    if (readers === 'everything') return found;
    const without = await this.#listUnreadable(found.entityRefs, readers);
    if (without.length === 0) return found;
    const again = await index.find({ ...query, readers, without });
    const unreadable = new Set(
      await this.#listUnreadable(again.entityRefs, readers),
    );
    return {
      ...again,
      documents: again.documents.filter(
        ({ resourceRef }) =>
          resourceRef === null || !unreadable.has(resourceRef),
      ),
    };
  }

  async #listUnreadable(
    entityRefs: string[],
    readers: string[],
  ): Promise<string[]> {
    const { current } = this.#options;
    const readable = await current.filterReadable(entityRefs, readers);
    return entityRefs.filter(ref => !readable.has(ref));
  }

  async #countZeroResult(request: SearchRequest, answer: SearchAnswer) {
    const { query, category } = request;
    const isNothing = answer.facets.length === 0 && !category;
    if (!isNothing || answer.unavailable.length > 0) return;
    if (request.page > 1 || looksLikePersonalData(query)) return;
    const { zeroResults, logger, now } = this.#options;
    try {
      await zeroResults.count(normalizeQuery(query), now());
    } catch (error) {
      // The person has the answer; a count less is no reason to refuse it.
      logger.warn('A query without results was not counted', error as Error);
    }
  }
}

function toResult(found: FoundDocument): SearchResult {
  const { category, document, title, excerpt } = found;
  const isPage = category === 'documentation';
  return {
    category,
    title,
    excerpt,
    location: document.location,
    ...(document.ownedBy && { owner: document.ownedBy }),
    ...(document.type && !isPage && { specType: document.type }),
    ...(document.lifecycle && !isPage && { lifecycle: document.lifecycle }),
    ...(isPage && { partOf: document.entityTitle ?? document.name }),
  };
}
