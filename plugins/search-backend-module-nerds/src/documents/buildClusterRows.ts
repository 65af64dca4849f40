import { withForms } from '../domain/dutchWords';
import type { LiveDocument } from '../domain/SearchRequest';
import { toWords } from '../domain/words';
import type { KeptDocument } from './IndexedDocument';

/** Type of document of what is asked for live. @internal */
export const CLUSTER_TYPE = 'free-tier-clusters';

/** A cluster as it is compared with a query. @internal */
export interface ClusterRow {
  title: string;
  titleWords: string;
  keywordWords: string;
  leadWords: string;
  document: KeptDocument;
}

/** @internal */
export function buildClusterRows(clusters: LiveDocument[]): ClusterRow[] {
  return clusters.map(({ keywords, ...document }) => ({
    title: toWords(document.title).join(' '),
    titleWords: withForms(toWords(document.title)).join(' '),
    keywordWords: withForms(toWords(keywords.join(' '))).join(' '),
    leadWords: withForms(toWords(document.text)).join(' '),
    document: { ...document, kind: 'Cluster' },
  }));
}
