import {
  ANNOTATION_ALGORITHM_REGISTER_ID,
  ANNOTATION_API_REGISTER_ID,
  ANNOTATION_OSS_REGISTER_ID,
} from '@nerds/plugin-entity-model-common';
import type { SourceConfig } from '../config';
import type { ConditionalReader } from '../http/ConditionalReader';
import { AlgorithmRegisterReader } from '../readers/AlgorithmRegisterReader';
import { ApiRegisterReader } from '../readers/ApiRegisterReader';
import { OrganisationReader } from '../readers/OrganisationReader';
import { OssRegisterReader } from '../readers/OssRegisterReader';
import { OwnerFinder } from '../readers/organisationItems';
import type { SourceReader } from '../readers/SourceReader';
import type { CatalogLookup } from './CatalogLookup';

/** Where the items of a register carry its id, and where its pages are. */
const REGISTERS = {
  apiRegister: {
    kind: 'API',
    annotation: ANNOTATION_API_REGISTER_ID,
    path: '/apis',
  },
  ossRegister: {
    kind: 'Component',
    annotation: ANNOTATION_OSS_REGISTER_ID,
    path: '/repositories',
  },
  algorithmRegister: {
    kind: 'Component',
    annotation: ANNOTATION_ALGORITHM_REGISTER_ID,
    path: '/algoritme/NLD',
  },
};

/**
 * Makes the reader of a source for one run, with what the catalog holds at its
 * start.
 *
 * @internal
 */
export async function createReader(
  config: SourceConfig,
  options: {
    reader: ConditionalReader;
    lookup: CatalogLookup;
    now: () => Date;
  },
): Promise<SourceReader> {
  const { sourceId, key, baseUrl, detailLifetimeMs } = config;
  const { reader, lookup, now } = options;
  const organisations = await lookup.getOrganisations(sourceId);
  if (key === 'organisations') {
    const { lists, oins } = config;
    return new OrganisationReader({
      reader,
      baseUrl,
      lists,
      oins,
      organisations,
      now,
    });
  }
  const { path, ...claim } = REGISTERS[key];
  const register = {
    reader,
    baseUrl,
    pageUrl: config.pageUrl ?? `${baseUrl}${path}`,
    owners: new OwnerFinder(sourceId, organisations),
    claims: await lookup.getClaims(sourceId, claim),
    detailLifetimeMs,
  };
  switch (key) {
    case 'apiRegister':
      return new ApiRegisterReader(register);
    case 'ossRegister':
      return new OssRegisterReader(register);
    default:
      return new AlgorithmRegisterReader({ ...register, organisations });
  }
}
