import {
  algorithmSchema,
  mapAlgorithm,
  toTooiUri,
  type Algorithm,
} from '../domain/mapAlgorithm';
import type { Organisation } from '../domain/mapOrganisation';
import { toBatches } from './batches';
import { toFingerprint } from './fingerprint';
import type { OrganisationIndex } from './OrganisationIndex';
import { readBatchItems } from './readBatchItems';
import { toItemPageUrl, type RegisterReaderOptions } from './readRegisterList';
import type { SourceBatch, SourceItem, SourceReader } from './SourceReader';

/** The register can hold a record in more languages than one. */
const LANGUAGE = 'NLD';

/** @internal */
export type AlgorithmReaderOptions = Omit<
  RegisterReaderOptions,
  'detailLifetimeMs'
> & { organisations: OrganisationIndex };

/**
 * Reads the open data of the algorithm register: one document with all there is.
 *
 * @internal
 */
export class AlgorithmRegisterReader implements SourceReader {
  readonly detailLifetimeMs = 0;

  constructor(private readonly options: AlgorithmReaderOptions) {}

  async *readBatches(signal: AbortSignal): AsyncGenerator<SourceBatch> {
    const { reader, baseUrl, owners } = this.options;
    const url = new URL(`${baseUrl}/downloads/site-data/json`);
    const { value } = await reader.getDocument(url, {
      signal,
      isExpected: isSiteData,
    });
    const list = isSiteData(value) ? value.algoritme_versions : [];
    const records = list.filter(isOfLanguage);
    let number = 0;
    for (const entries of toBatches(records)) {
      number++;
      const organisations: Organisation[] = [];
      const batch = readBatchItems(entries, {
        schema: algorithmSchema,
        idField: 'lars',
        toUrl: id => toItemPageUrl(this.options, id),
        place: `part ${number}`,
        toItem: algorithm => {
          const organisation = toOrganisation(algorithm);
          const known = this.#findKnownGroup(organisation);
          if (!known) organisations.push(organisation);
          return this.#toItem(
            algorithm,
            known ?? owners.toOwnerRef(organisation),
          );
        },
      });
      yield {
        ...batch,
        items: [...owners.listGroups(organisations), ...batch.items],
      };
    }
  }

  /** The register names organisations; not all of them have a code that says which it is. */
  #findKnownGroup({ uri, label }: Organisation): string | undefined {
    const { organisations } = this.options;
    return organisations.findByUri(uri) ?? organisations.findByTitle(label);
  }

  #toItem(algorithm: Algorithm, ownerRef: string): SourceItem {
    const { lars } = algorithm;
    const isClaimed = this.options.claims.isClaimed(lars, ownerRef);
    const pageUrl = toItemPageUrl(this.options, lars);
    return {
      itemId: lars,
      itemUrl: pageUrl,
      fingerprint: toFingerprint([algorithm, ownerRef, pageUrl, isClaimed]),
      load: async () =>
        isClaimed
          ? undefined
          : { entity: mapAlgorithm(algorithm, { ownerRef, pageUrl }) },
    };
  }
}

function isSiteData(
  value: unknown,
): value is { algoritme_versions: unknown[] } {
  const list = (value as { algoritme_versions?: unknown } | null)
    ?.algoritme_versions;
  return Array.isArray(list);
}

function isOfLanguage(record: unknown): boolean {
  const language = (record as Algorithm | null)?.language;
  return typeof language !== 'string' || language.toUpperCase() === LANGUAGE;
}

/** Without a code the name is all there is to tell organisations apart. */
function toOrganisation({ owner, organization }: Algorithm): Organisation {
  const uri = toTooiUri(owner) ?? `algoritmeregister:${organization}`;
  return { uri, label: organization };
}
