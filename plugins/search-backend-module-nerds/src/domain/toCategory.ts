import type { SearchCategory } from '@nerds/plugin-search-common';

/** What is known of a document. @internal */
export interface DescribedDocument {
  kind?: unknown;
  type?: unknown;
}

/** Components that somebody uses, and does not build with. */
const SERVICE_TYPES = new Set(['service', 'website']);

const OF_RESOURCE: Record<string, SearchCategory> = {
  cluster: 'cluster',
  dataset: 'dataset',
};

const OF_KIND: Record<string, SearchCategory> = {
  api: 'api',
  domain: 'system',
  group: 'team',
  system: 'system',
  template: 'template',
  user: 'person',
};

/**
 * Category of a document.
 *
 * @param documentType - as its collator calls it
 * @internal
 */
export function toCategory(
  documentType: string,
  document: DescribedDocument,
): SearchCategory {
  if (documentType === 'techdocs') return 'documentation';
  const kind = String(document.kind ?? '').toLowerCase();
  const type = String(document.type ?? '').toLowerCase();
  switch (kind) {
    case 'component':
      return SERVICE_TYPES.has(type) ? 'service' : 'software';
    case 'resource':
      return OF_RESOURCE[type] ?? 'other';
    default:
      return OF_KIND[kind] ?? 'other';
  }
}
