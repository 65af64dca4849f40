import {
  apiDetailSchema,
  apiSummarySchema,
  mapApi,
  type ApiSummary,
} from '../domain/mapApi';
import { parseItem } from '../domain/parseItem';
import { RegisterError } from '../http/RegisterError';
import { toFingerprint } from './fingerprint';
import {
  readRegisterList,
  toItemPageUrl,
  type RegisterReaderOptions,
} from './readRegisterList';
import type {
  LoadedItem,
  SourceBatch,
  SourceItem,
  SourceReader,
} from './SourceReader';

/** Larger than any description that people read; an entity holds all of it. */
const LARGEST_DEFINITION_BYTES = 2 * 1024 * 1024;

/** Most tools read 3.0; what is 3.1 or newer is not always to be had as 3.0. */
const DEFINITIONS = ['3.0.json', '3.1.json'];

/**
 * Reads the API register of developer.overheid.nl.
 *
 * @remarks
 * The list has no date of change, and the descriptions are read again by the
 * register every day; so details are read when the list says something else,
 * and once in a while anyway.
 *
 * @internal
 */
export class ApiRegisterReader implements SourceReader {
  readonly detailLifetimeMs: number;

  constructor(private readonly options: RegisterReaderOptions) {
    this.detailLifetimeMs = options.detailLifetimeMs;
  }

  readBatches(signal: AbortSignal): AsyncGenerator<SourceBatch> {
    const list = {
      path: '/apis',
      schema: apiSummarySchema,
      toItem: (summary: ApiSummary) => this.#toItem(summary),
    };
    return readRegisterList(this.options, list, signal);
  }

  #toItem(summary: ApiSummary): SourceItem {
    const { owners, claims } = this.options;
    const { id } = summary;
    const ownerRef = owners.toOwnerRef(summary.organisation);
    const isClaimed = claims.isClaimed(id, ownerRef);
    return {
      itemId: id,
      itemUrl: toItemPageUrl(this.options, id),
      fingerprint: toFingerprint([summary, ownerRef, isClaimed]),
      load: async signal =>
        isClaimed ? undefined : this.#load(id, ownerRef, signal),
    };
  }

  async #load(
    id: string,
    ownerRef: string,
    signal: AbortSignal,
  ): Promise<LoadedItem> {
    const { reader, baseUrl } = this.options;
    const url = new URL(`${baseUrl}/apis/${encodeURIComponent(id)}`);
    const { value } = await reader.getDocument(url, { signal });
    const api = parseItem(apiDetailSchema, value);
    const pageUrl = toItemPageUrl(this.options, id);
    if (!api.oasUrl) return { entity: mapApi(api, { ownerRef, pageUrl }) };
    const definition = await this.#loadDefinition(url, signal);
    return {
      entity: mapApi(api, { ownerRef, pageUrl, definition }),
      ...(definition === undefined && {
        warning: {
          field: 'oasUrl',
          message: {
            nl: 'Het register heeft geen leesbare OpenAPI-beschrijving van deze API. Controleer het adres daarvan in het register.',
            en: 'The register has no OpenAPI description of this API that can be read. Check its address in the register.',
          },
        },
      }),
    };
  }

  /**
   * The description as the register serves it, never from the API's own host:
   * that could be any address.
   */
  async #loadDefinition(
    apiUrl: URL,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    for (const file of DEFINITIONS) {
      try {
        const { value, body } = await this.options.reader.getDocument(
          new URL(`${apiUrl.href}/oas/${file}`),
          { signal, maxBytes: LARGEST_DEFINITION_BYTES },
        );
        const isObject = typeof value === 'object' && value !== null;
        if (isObject && !Array.isArray(value)) return body;
      } catch (error) {
        const isForGood =
          error instanceof RegisterError &&
          ['refused', 'malformed', 'too-large'].includes(error.kind);
        // A register that is down must not replace a description by none.
        if (!isForGood) throw error;
      }
    }
    return undefined;
  }
}
