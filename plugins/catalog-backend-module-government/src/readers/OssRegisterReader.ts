import {
  mapRepository,
  repositoryDetailSchema,
  repositorySummarySchema,
  type RepositorySummary,
} from '../domain/mapRepository';
import { parseItem } from '../domain/parseItem';
import { toFingerprint } from './fingerprint';
import {
  readRegisterList,
  toItemPageUrl,
  type RegisterReaderOptions,
} from './readRegisterList';
import type { SourceBatch, SourceItem, SourceReader } from './SourceReader';

/**
 * Reads the OSS register of developer.overheid.nl.
 *
 * @remarks
 * What its crawler noted about itself is no change of the repository, and is
 * not in the schema of the list: all items would change every day.
 *
 * @internal
 */
export class OssRegisterReader implements SourceReader {
  readonly detailLifetimeMs: number;

  constructor(private readonly options: RegisterReaderOptions) {
    this.detailLifetimeMs = options.detailLifetimeMs;
  }

  readBatches(signal: AbortSignal): AsyncGenerator<SourceBatch> {
    const list = {
      path: '/repositories',
      schema: repositorySummarySchema,
      toItem: (summary: RepositorySummary) => this.#toItem(summary),
    };
    return readRegisterList(this.options, list, signal);
  }

  #toItem(summary: RepositorySummary): SourceItem {
    const { reader, baseUrl, owners, claims } = this.options;
    const { id } = summary;
    const context = {
      ownerRef: owners.toOwnerRef(summary.organisation),
      pageUrl: toItemPageUrl(this.options, id),
    };
    const isClaimed = claims.isClaimed(id, context.ownerRef);
    return {
      itemId: id,
      itemUrl: context.pageUrl,
      fingerprint: toFingerprint([summary, context, isClaimed]),
      load: async signal => {
        if (isClaimed) return undefined;
        const url = `${baseUrl}/repositories/${encodeURIComponent(id)}`;
        const { value } = await reader.getDocument(new URL(url), { signal });
        const repository = parseItem(repositoryDetailSchema, value);
        return { entity: mapRepository(repository, context) };
      },
    };
  }
}
