import { InvalidItemError } from '../domain/parseItem';
import {
  mapOrganisation,
  toOrganisationLocationKey,
} from '../domain/mapOrganisation';
import {
  getTooiOrganisationUri,
  listTooiNodes,
  parseTooiOrganisation,
} from '../domain/tooi';
import { SOURCES } from '@nerds/plugin-entity-model-common';
import type { ConditionalReader } from '../http/ConditionalReader';
import { RegisterError } from '../http/RegisterError';
import { toBatches } from './batches';
import { toFingerprint } from './fingerprint';
import {
  toRegisterGroupRef,
  type OrganisationIndex,
} from './OrganisationIndex';
import { toBrokenBatch } from './readBatchItems';
import type { SourceBatch, SourceItem, SourceReader } from './SourceReader';

/** @internal */
export interface OrganisationReaderOptions {
  reader: ConditionalReader;
  baseUrl: string;
  /** Paths of value lists below it. */
  lists: string[];
  /** OIN by address in TOOI, which TOOI does not know. */
  oins: Map<string, string>;
  organisations: OrganisationIndex;
  now: () => Date;
}

/**
 * Reads organisations from the value lists of TOOI.
 *
 * @internal
 */
export class OrganisationReader implements SourceReader {
  readonly detailLifetimeMs = 0;

  constructor(private readonly options: OrganisationReaderOptions) {}

  async *readBatches(signal: AbortSignal): AsyncGenerator<SourceBatch> {
    const { reader, baseUrl, lists } = this.options;
    let failures = 0;
    for (const list of lists) {
      try {
        const url = new URL(`${baseUrl}/${list}`);
        const { value } = await reader.getDocument(url, { signal });
        const nodes = listTooiNodes(value).filter(
          node => getTooiOrganisationUri(node) !== undefined,
        );
        for (const part of toBatches(nodes)) yield this.#toBatch(part);
      } catch (error) {
        if (!(error instanceof RegisterError)) throw error;
        failures++;
        if (error.kind === 'aborted' || failures === lists.length) throw error;
        yield toBrokenBatch(list, error.message);
      }
    }
  }

  #toBatch(nodes: unknown[]): SourceBatch {
    const batch: SourceBatch = { items: [], invalid: [] };
    for (const node of nodes) {
      try {
        const item = this.#toItem(node);
        if (item) batch.items.push(item);
      } catch (error) {
        if (!(error instanceof InvalidItemError)) throw error;
        const uri = getTooiOrganisationUri(node) ?? '';
        batch.invalid.push({
          itemId: uri,
          itemUrl: uri,
          field: error.field,
          message: error.text,
          isKnownById: true,
        });
      }
    }
    return batch;
  }

  #toItem(node: unknown): SourceItem | undefined {
    const { oins, organisations, now } = this.options;
    const organisation = parseTooiOrganisation(node, now());
    if (!organisation) return undefined;
    const { uri } = organisation;
    const oin = oins.get(uri);
    const entity = mapOrganisation(
      { ...organisation, oin },
      SOURCES.organisations,
    );
    const known = organisations.findByUri(uri);
    const isElsewhere =
      known !== undefined && known !== toRegisterGroupRef(uri);
    return {
      itemId: uri,
      itemUrl: uri,
      // A register may have brought it, also after this source did when both ran
      // at the same time. The list knows more, and takes it over (again).
      fingerprint: toFingerprint([entity, known]),
      locationKey: toOrganisationLocationKey(uri),
      load: async () => (isElsewhere ? undefined : { entity }),
    };
  }
}
