import type { AuthService } from '@backstage/backend-plugin-api';
import type { GetEntityFacetsRequest } from '@backstage/catalog-client';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { EVERYONE, READABLE_BY_ANNOTATION } from '@nerds/plugin-access-common';
import { LRUCache } from 'lru-cache';
import type { CountQuestion, FacetQuestion } from './questions';

/** How long a number is kept that is the same for everybody, in milliseconds. */
const FRESH_MS = 2_000;

/** Numbers that are kept; a page of a catalog of 25,000 entities has some hundreds. */
const MAX_NUMBERS = 200_000;

const READER = `metadata.annotations.${READABLE_BY_ANNOTATION}`;

const readableBy = (readers: string[]) => ({ [READER]: { $in: readers } });

/** How often each value of a field is there. @internal */
export type Facets = Record<string, { value: string; count: number }[]>;

/**
 * Counts the entities that somebody may see.
 *
 * @remarks
 * An entity has one reader: everyone, or its own team. So what somebody may see
 * is what everyone may see, which is nearly all and the same for all, and the
 * little that is of the own teams alone. What is the same for all is counted once
 * for all who ask within two seconds. Failures are not kept.
 *
 * @internal
 */
export class VisibleEntityCounter {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #shared: LRUCache<string, Facets, GetEntityFacetsRequest>;

  constructor(options: { auth: AuthService; catalog: CatalogService }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#shared = new LRUCache({
      ttl: FRESH_MS,
      maxSize: MAX_NUMBERS,
      sizeCalculation: facets => 1 + Object.values(facets).flat().length,
      fetchMethod: (_key, _stale, { context }) => this.#ask(context),
    });
  }

  /**
   * How often each value of the fields is there.
   *
   * @param readers - as whom somebody sees entities
   */
  async countFacets(
    question: FacetQuestion,
    readers: string[],
  ): Promise<Facets> {
    const own = readers.filter(reader => reader !== EVERYONE);
    const [open, ofOwnTeams] = await Promise.all([
      readers.includes(EVERYONE)
        ? this.#askForAll({ ...question, query: readableBy([EVERYONE]) })
        : {},
      own.length > 0 ? this.#ask({ ...question, query: readableBy(own) }) : {},
    ]);
    return addCounts(question.facets, open, ofOwnTeams);
  }

  /**
   * How many there are.
   *
   * @param readers - as whom somebody sees entities
   */
  async countEntities(
    question: CountQuestion,
    readers: string[],
  ): Promise<number> {
    // how many each may see, in one question for all of them
    const { [READER]: counts } = await this.#askForAll({
      ...question,
      facets: [READER],
    });
    return counts
      .filter(({ value }) => readers.includes(value))
      .reduce((sum, { count }) => sum + count, 0);
  }

  #askForAll(request: GetEntityFacetsRequest): Promise<Facets> {
    return this.#shared.forceFetch(toKey(request), { context: request });
  }

  async #ask(request: GetEntityFacetsRequest): Promise<Facets> {
    const { facets } = await this.#catalog.getEntityFacets(request, {
      // who may see what is in the question, or in what is made of the answer
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
    return facets;
  }
}

/** A symbol says that a field exists. */
function toKey(request: GetEntityFacetsRequest): string {
  return JSON.stringify(request, (_, value) =>
    typeof value === 'symbol' ? null : value,
  );
}

function addCounts(paths: string[], open: Facets, own: Facets): Facets {
  return Object.fromEntries(
    paths.map(path => {
      const [some = [], more = []] = [open[path], own[path]];
      if (more.length === 0) return [path, some];
      const counts = new Map(some.map(({ value, count }) => [value, count]));
      for (const { value, count } of more) {
        counts.set(value, (counts.get(value) ?? 0) + count);
      }
      return [path, toSorted(counts)];
    }),
  );
}

/** By value, as the catalog has them. */
function toSorted(counts: Map<string, number>): Facets[string] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => (a.value < b.value ? -1 : 1));
}
