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
import type { DocumentIndex, FoundDocument } from '../database/DocumentIndex';
import type { ZeroResultStore } from '../database/ZeroResultStore';
import { looksLikePersonalData } from '../domain/personalData';
import { normalizeQuery } from '../domain/queryTerms';
import type { LiveDocument } from '../domain/SearchRequest';
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
    const found = await this.#options.index.find({
      query,
      category,
      types: this.#listTypes(),
      readers: sight.readers,
      clusters,
      offset: (page - 1) * pageSize,
      limit: pageSize,
    });
    const answer: SearchAnswer = {
      total: found.total,
      page,
      pageSize,
      items: (sight.readers === 'everything'
        ? found.documents
        : await this.#withoutUnreadable(found.documents, sight.readers)
      ).map(toResult),
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

  async #withoutUnreadable(
    documents: FoundDocument[],
    readers: string[],
  ): Promise<FoundDocument[]> {
    const readable = await this.#options.current.filterReadable(
      documents.flatMap(({ resourceRef }) => resourceRef ?? []),
      readers,
    );
    return documents.filter(
      ({ resourceRef }) => resourceRef === null || readable.has(resourceRef),
    );
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
    ...(document.owner && { owner: document.owner }),
    ...(document.type && !isPage && { specType: document.type }),
    ...(document.lifecycle && !isPage && { lifecycle: document.lifecycle }),
    ...(isPage && { partOf: document.entityTitle ?? document.name }),
  };
}
