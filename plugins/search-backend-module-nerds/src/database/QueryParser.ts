import type { Knex } from 'knex';
import { parseTerms, type QueryTerm } from '../domain/queryTerms';

/** A query as PostgreSQL compares it. @internal */
export interface ParsedQuery {
  /** `tsquery` of everything that has all words. */
  all: string;
  /** `tsquery` of everything that has any of the words. */
  any: string;
  terms: QueryTerm[];
  /** Words of documents, and whether they count as found, as far as known. */
  compared: Map<string, boolean>;
}

/** A word this long is probably the first part of longer ones, also when it is not the last that was typed. */
const MIN_STEM_LENGTH = 5;

/** Queries that are remembered: the pages of one search, and what many search for. */
const CACHE_SIZE = 500;

interface Sql {
  sql: string;
  bindings: string[];
}

/**
 * Lets PostgreSQL make the stems of a query, as it does of the documents.
 *
 * @internal
 */
export class QueryParser {
  readonly #cache = new Map<string, ParsedQuery>();

  constructor(private readonly knex: Knex) {}

  /** @returns undefined when there is no word in it */
  async parse(query: string): Promise<ParsedQuery | undefined> {
    const terms = parseTerms(query);
    if (terms.length === 0) return undefined;
    const key = terms.map(({ word }) => word).join(' ');
    const known = this.#cache.get(key);
    if (known) return known;
    const parsed = await this.#ask(terms);
    const oldest = this.#cache.keys().next();
    if (this.#cache.size >= CACHE_SIZE && !oldest.done) {
      this.#cache.delete(oldest.value);
    }
    this.#cache.set(key, parsed);
    return parsed;
  }

  async #ask(terms: QueryTerm[]): Promise<ParsedQuery> {
    const words = terms.map((term, index) =>
      buildTermSql(term, index === terms.length - 1),
    );
    const parsed = await this.#select(words.map(skipStopWord));
    // nothing but words such as "de" and "van": then those it is
    return {
      ...(parsed.all ? parsed : await this.#select(words)),
      terms,
      compared: new Map(),
    };
  }

  async #select(words: Sql[]): Promise<Pick<ParsedQuery, 'all' | 'any'>> {
    const every = join(words, '&&');
    const some = join(words, '||');
    const { rows } = await this.knex.raw(
      `SELECT (${every.sql})::text AS "all", (${some.sql})::text AS "any"`,
      [...every.bindings, ...some.bindings],
    );
    return rows[0];
  }
}

function buildTermSql(term: QueryTerm, isLast: boolean): Sql {
  const { word, forms, parts } = term;
  const isPrefix = word.length >= (isLast ? 2 : MIN_STEM_LENGTH);
  const either = [
    ...forms.map(buildStemSql),
    ...(isPrefix
      ? [{ sql: `to_tsquery('simple', ?)`, bindings: [`${word}:*`] }]
      : []),
    ...(parts.length > 0
      ? [
          join(
            parts.map(part => join(part.map(buildStemSql), '||')),
            '&&',
          ),
        ]
      : []),
  ];
  return join(either, '||');
}

function buildStemSql(word: string): Sql {
  return {
    sql: `(plainto_tsquery('pg_catalog.dutch', ?) || plainto_tsquery('pg_catalog.english', ?))`,
    bindings: [word, word],
  };
}

/** Words such as "de" and "the" stand everywhere and in no index. */
function skipStopWord({ sql, bindings }: Sql): Sql {
  const [word] = bindings;
  return {
    sql: `CASE WHEN numnode(plainto_tsquery('pg_catalog.dutch', ?)) = 0
        OR numnode(plainto_tsquery('pg_catalog.english', ?)) = 0
      THEN ''::tsquery ELSE ${sql} END`,
    bindings: [word, word, ...bindings],
  };
}

function join(parts: Sql[], operator: '&&' | '||'): Sql {
  return {
    sql: `(${parts.map(({ sql }) => sql).join(` ${operator} `)})`,
    bindings: parts.flatMap(({ bindings }) => bindings),
  };
}
