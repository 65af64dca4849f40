import type { SearchCategory, SearchFacet } from '@nerds/plugin-search-common';
import type { Knex } from 'knex';
import type { KeptDocument } from '../documents/IndexedDocument';
import { buildClusterRows } from '../documents/buildClusterRows';
import { expandWord } from '../domain/dutchWords';
import { buildExcerpt, markText } from '../domain/highlight';
import type { IndexQuery } from '../domain/SearchRequest';
import { toWords } from '../domain/words';
import type { TextPart } from '@nerds/plugin-search-common';
import { buildSearchSql } from './buildSearchSql';
import { QueryParser, type ParsedQuery } from './QueryParser';
import { toVectorSql } from './vectors';

/** One thing that was found. @internal */
export interface FoundDocument {
  type: string;
  category: SearchCategory;
  resourceRef: string | null;
  document: KeptDocument;
  title: TextPart[];
  excerpt: TextPart[];
}

/** What was found. @internal */
export interface FoundDocuments {
  /** Of the category that was asked for, or of all. */
  total: number;
  facets: SearchFacet[];
  documents: FoundDocument[];
  /** Refs of the entities of these documents; when little is found, of all that is found. */
  entityRefs: string[];
}

interface FoundRow {
  type: string;
  category: SearchCategory;
  resource_ref: string | null;
  document: KeptDocument;
}

interface AnswerRow {
  facets: SearchFacet[] | null;
  page: FoundRow[] | null;
  entities: string[] | null;
}

/** Different words of one page of results that are compared with the query. */
const MAX_COMPARED_WORDS = 2_000;

/** Letters that a word and its stems have in common. */
const COMMON_LETTERS = 3;

/** Finds documents. @internal */
export class DocumentIndex {
  readonly #parser: QueryParser;

  constructor(private readonly knex: Knex) {
    this.#parser = new QueryParser(knex);
  }

  async find(query: IndexQuery): Promise<FoundDocuments> {
    const parsed = await this.#parser.parse(query.query);
    const { sql, bindings } = buildSearchSql({
      ...query,
      tsquery: parsed?.all,
      title: toWords(query.query).join(' '),
      clusterRows: buildClusterRows(query.clusters ?? []),
    });
    const { rows } = await this.knex.raw<{ rows: AnswerRow[] }>(sql, bindings);
    const facets = rows[0].facets ?? [];
    const counted = query.category
      ? facets.filter(({ category }) => category === query.category)
      : facets;
    const page = rows[0].page ?? [];
    const matches = await this.#findMatches(page, parsed);
    return {
      total: counted.reduce((sum, { count }) => sum + count, 0),
      facets,
      documents: page.map(row => toFound(row, matches)),
      entityRefs: [
        ...page.flatMap(({ resource_ref: ref }) => ref ?? []),
        ...(rows[0].entities ?? []),
      ],
    };
  }

  /** The words of these documents that count as found, by their stems. */
  async #findMatches(
    rows: FoundRow[],
    parsed: ParsedQuery | undefined,
  ): Promise<Set<string>> {
    if (!parsed) return new Set();
    const words = new Set(
      rows.flatMap(({ document }) =>
        toWords(`${document.title} ${document.text}`),
      ),
    );
    const candidates = [...words]
      .filter(word => isCandidate(word, parsed))
      .slice(0, MAX_COMPARED_WORDS);
    return new Set(await this.#selectMatches(candidates, parsed));
  }

  /** Asks only for what is not known: the next page is full of the same words. */
  async #selectMatches(
    words: string[],
    { any, compared }: ParsedQuery,
  ): Promise<string[]> {
    const known = words.filter(word => compared.get(word));
    const unknown = words.filter(word => !compared.has(word));
    if (unknown.length === 0) return known;
    const { rows: found } = await this.knex.raw<{ rows: { word: string }[] }>(
      `SELECT word FROM unnest(?::text[], ?::text[]) AS candidate(word, forms)
       WHERE ${toVectorSql('forms')} @@ ?::tsquery`,
      [
        unknown,
        unknown.map(word => [word, ...expandWord(word)].join(' ')),
        any,
      ],
    );
    if (compared.size > MAX_COMPARED_WORDS) compared.clear();
    for (const word of unknown) compared.set(word, false);
    for (const { word } of found) compared.set(word, true);
    return [...known, ...found.map(({ word }) => word)];
  }
}

/** Whether a word can have a stem in common with the query, so that not every word has to be asked about. */
function isCandidate(word: string, { terms }: ParsedQuery): boolean {
  return terms.some(({ forms, parts }) =>
    [...forms, ...parts.flat()].some(form =>
      word.includes(form.slice(0, COMMON_LETTERS)),
    ),
  );
}

function toFound(row: FoundRow, matches: Set<string>): FoundDocument {
  const { type, category, resource_ref: resourceRef, document } = row;
  return {
    type,
    category,
    resourceRef,
    document,
    title: markText(document.title, matches),
    excerpt: buildExcerpt(document.text, matches),
  };
}
