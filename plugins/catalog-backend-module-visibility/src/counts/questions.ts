import {
  CATALOG_FILTER_EXISTS,
  type EntityFilterQuery,
} from '@backstage/catalog-client';
import { z } from 'zod';

/** Which entities are counted. @internal */
export interface CountQuestion {
  /** All entities without it. */
  filter?: EntityFilterQuery;
}

/** Of which fields the values are counted. @internal */
export interface FacetQuestion extends CountQuestion {
  facets: string[];
}

type FilterSet = Record<string, (string | typeof CATALOG_FILTER_EXISTS)[]>;

/** A path in an entity; what else stands there means something to the catalog. */
const PATH = /^[a-z]/i;

const strings = z
  .union([z.string(), z.array(z.string())])
  .transform(given => [given].flat());

const filter = strings
  .transform(texts => texts.map(parseFilterSet))
  .pipe(z.array(z.custom<FilterSet>(set => set !== undefined)))
  .optional();

const facetQuery = z
  .strictObject({
    facet: strings.pipe(z.array(z.string().min(1))),
    filter,
  })
  .transform(({ facet, ...rest }) => ({ facets: facet, ...rest }));

const countQuery = z
  .strictObject({
    limit: z.literal('0'),
    // The catalog leaves out what does not have this field, and all have it.
    orderField: z.enum(['metadata.name,asc', 'metadata.name,desc']).optional(),
    filter,
  })
  .transform(given => ({ ...(given.filter && { filter: given.filter }) }));

/**
 * The question of `GET /entity-facets`, as the catalog itself reads it.
 *
 * @param query - of the address
 * @returns undefined when it is not as the pages of the portal and the client of
 * Backstage write it: the catalog knows what to answer, and what is wrong
 * @internal
 */
export function parseFacetQuestion(query: unknown): FacetQuestion | undefined {
  return facetQuery.safeParse(query).data;
}

/**
 * The question of `GET /entities/by-query` for the number of entities alone, as
 * lists ask for it beside a page of entities.
 *
 * @param query - of the address
 * @returns undefined when it asks for more, see {@link parseFacetQuestion}
 * @internal
 */
export function parseCountQuestion(query: unknown): CountQuestion | undefined {
  return countQuery.safeParse(query).data;
}

function parseFilterSet(text: string): FilterSet | undefined {
  // a path may be the name of something that every object has
  const set = new Map<string, FilterSet[string]>();
  for (const statement of text.split(',').map(part => part.trim())) {
    const [, path, value] = /^([^=]*)(?:=(.*))?$/s.exec(statement)!;
    if (!PATH.test(path)) return undefined;
    const values = set.get(path.trim()) ?? [];
    values.push(value?.trim() ?? CATALOG_FILTER_EXISTS);
    set.set(path.trim(), values);
  }
  return Object.fromEntries(set);
}
