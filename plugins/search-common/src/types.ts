/** What can be found, in the order in which people are shown it. @public */
export const SEARCH_CATEGORIES = [
  'service',
  'api',
  'dataset',
  'documentation',
  'cluster',
  'template',
  'software',
  'system',
  'team',
  'person',
  'other',
] as const;

/** One of {@link SEARCH_CATEGORIES}. @public */
export type SearchCategory = (typeof SEARCH_CATEGORIES)[number];

/** Longest query that is searched for, in characters. @public */
export const MAX_QUERY_LENGTH = 100;

/** Most results on one page. @public */
export const MAX_PAGE_SIZE = 50;

/**
 * A piece of a text, and whether it is what was searched for. Plain text: who
 * shows it marks it up, so that no text of a document is ever taken for markup.
 *
 * @public
 */
export interface TextPart {
  text: string;
  isMatch: boolean;
}

/** One thing that was found. @public */
export interface SearchResult {
  category: SearchCategory;
  title: TextPart[];
  /** The piece of the text around what was searched for; empty without text. */
  excerpt: TextPart[];
  /** Path in the portal, for example `/catalog/default/api/free-tier`. */
  location: string;
  /** Entity ref of the owner. */
  owner?: string;
  /** Type as the owner named it, for example `openapi`. */
  specType?: string;
  lifecycle?: string;
  /** Of a page of documentation: what it is the documentation of. */
  partOf?: string;
}

/** How much there is of one category, whichever category was asked for. @public */
export interface SearchFacet {
  category: SearchCategory;
  count: number;
}

/** Answer of `GET /results`. @public */
export interface SearchAnswer {
  /** Of the category that was asked for, or of all. */
  total: number;
  page: number;
  pageSize: number;
  items: SearchResult[];
  /** Without categories of which nothing was found. */
  facets: SearchFacet[];
  /** Categories of which it is unknown now what there is. */
  unavailable: SearchCategory[];
}

/** A query that found nothing. @public */
export interface ZeroResult {
  query: string;
  /** How often, in the days that were asked for. */
  count: number;
  /** Day (UTC) of the last time, for example `2027-01-31`. */
  lastOn: string;
}
