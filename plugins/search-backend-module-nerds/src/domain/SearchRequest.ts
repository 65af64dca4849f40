import type { SearchCategory } from '@nerds/plugin-search-common';

/** Of which documents somebody may know. @internal */
export type Readers = 'everything' | string[];

/** Something that is not in the index: it is asked for with every query. @internal */
export interface LiveDocument {
  title: string;
  keywords: string[];
  text: string;
  location: string;
  /** Entity ref of the owner. */
  ownedBy: string;
  type: string;
}

/** What to find. @internal */
export interface IndexQuery {
  /** As it was typed; empty finds everything. */
  query: string;
  /** Types of documents, as their collators call them. */
  types: string[];
  readers: Readers;
  category?: SearchCategory;
  /** Fields of a document with the values that they may have. */
  filters?: Record<string, unknown>;
  /** Clusters of the free tier that the person may see. */
  clusters?: LiveDocument[];
  /** Refs of entities of which nothing is found. */
  without?: string[];
  offset: number;
  limit: number;
}
