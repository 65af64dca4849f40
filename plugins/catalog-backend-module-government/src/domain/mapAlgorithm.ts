import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type ComponentEntity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_ALGORITHM_REGISTER_ID,
  ANNOTATION_PERSONAL_DATA,
  ANNOTATION_PROCESSING_RECORD_URL,
  ANNOTATION_SOURCE,
  ANNOTATION_SOURCE_MODIFIED_AT,
  ANNOTATION_SOURCE_URL,
  SOURCES,
} from '@nerds/plugin-entity-model-common';
import { z } from 'zod';
import { buildRegisterEntityName, REGISTER_NAMESPACE } from './names';
import { optional, optionalText } from './parseItem';
import {
  toHttpUrl,
  toInstant,
  toLinks,
  toPlainText,
  toTags,
  withValues,
} from './values';

/**
 * An algorithm in the open data of the algorithm register, publication standard
 * 1.0 and the versions before it.
 *
 * @internal
 */
export const algorithmSchema = z.object({
  lars: z.string().min(1),
  language: optionalText,
  name: z.string().trim().min(1),
  organization: z.string().trim().min(1),
  /** Code of the organisation, as in TOOI. */
  owner: optionalText,
  description_short: optionalText,
  status: optionalText,
  publication_category: optionalText,
  category: optional(z.union([z.string(), z.array(z.string())])),
  website: optionalText,
  url: optionalText,
  publiccode: optionalText,
  process_index_url: optionalText,
  create_dt: optionalText,
});

/** @internal */
export type Algorithm = z.output<typeof algorithmSchema>;

/** By `status`, in lower case. */
const LIFECYCLES: Record<string, string> = {
  'in ontwikkeling': 'experimental',
  'in gebruik': 'production',
  'buiten gebruik': 'archived',
};

/** Kinds of organisations in TOOI by the letters of their codes. */
const TOOI_KINDS: Record<string, string> = {
  gm: 'gemeente',
  mnre: 'ministerie',
  oorg: 'oorg',
  pv: 'provincie',
  so: 'so',
  ws: 'waterschap',
  zb: 'zbo',
};

/** Address in TOOI of the organisation with this code; undefined when the code is none of TOOI's. @internal */
export function toTooiUri(code: string | null | undefined): string | undefined {
  const [, letters] = /^([a-z]+)\d+$/.exec(code ?? '') ?? [];
  const kind = letters && TOOI_KINDS[letters];
  return kind && `https://identifier.overheid.nl/tooi/id/${kind}/${code}`;
}

/** One text with commas in the old standard, a list since 1.0. */
function toThemes(category: Algorithm['category']): string[] {
  return typeof category === 'string' ? category.split(',') : category ?? [];
}

/**
 * The Component of type `ml-model` of an algorithm.
 *
 * @internal
 */
export function mapAlgorithm(
  algorithm: Algorithm,
  context: { ownerRef: string; pageUrl: string },
): ComponentEntity {
  const location = `url:${context.pageUrl}`;
  const recordUrl = toHttpUrl(algorithm.process_index_url);
  const status = algorithm.status?.trim().toLowerCase() ?? 'in gebruik';
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: buildRegisterEntityName('algoritme', algorithm.lars),
      namespace: REGISTER_NAMESPACE,
      title: algorithm.name,
      description: toPlainText(algorithm.description_short),
      annotations: withValues({
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [ANNOTATION_ALGORITHM_REGISTER_ID]: algorithm.lars,
        // What is in the record of processing activities is personal data.
        [ANNOTATION_PERSONAL_DATA]: recordUrl && 'present',
        [ANNOTATION_PROCESSING_RECORD_URL]: recordUrl,
        [ANNOTATION_SOURCE]: SOURCES.algorithmRegister,
        [ANNOTATION_SOURCE_URL]: toHttpUrl(context.pageUrl),
        [ANNOTATION_SOURCE_MODIFIED_AT]: toInstant(algorithm.create_dt),
      }),
      tags: toTags([
        algorithm.publication_category ?? undefined,
        ...toThemes(algorithm.category),
      ]),
      links: toLinks([
        { url: context.pageUrl, title: 'Algoritmeregister' },
        { url: algorithm.website, title: 'Website' },
        { url: algorithm.url, title: 'Bronregistratie' },
        { url: algorithm.publiccode, title: 'Broncode' },
      ]),
    },
    spec: {
      type: 'ml-model',
      lifecycle: LIFECYCLES[status] ?? 'production',
      owner: context.ownerRef,
    },
  };
}
