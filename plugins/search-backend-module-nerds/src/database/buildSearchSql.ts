import { CLUSTER_TYPE, type ClusterRow } from '../documents/buildClusterRows';
import type { IndexQuery } from '../domain/SearchRequest';
import { toRankingSql } from './vectors';

/** Weights of D, C, B and A: the text, nothing, keywords, the title. */
const WEIGHTS = `'{0.1, 0.2, 0.4, 1.0}'`;

/** Above every rank: a title that is what was typed, or begins with it. */
const TITLE_RANK = { same: 20, begin: 5 };

/** Of a search that finds no more, every entity that it finds is named. */
const MAX_NAMED = 50;

/** A statement with named bindings. @internal */
export interface SearchSql {
  sql: string;
  bindings: Record<string, string | number | string[]>;
}

/**
 * One statement that finds, counts per category and gives one page, so that
 * everything is looked through once and all numbers agree.
 *
 * @remarks
 * A document is found by `words`, which has everything and is only looked into
 * through its index, and put in order by `ranking`, which is small.
 *
 * @internal
 */
export function buildSearchSql(
  query: IndexQuery & {
    /** Absent: everything is found. */
    tsquery?: string;
    /** The query, folded as titles are. */
    title: string;
    clusterRows: ClusterRow[];
  },
): SearchSql {
  const { tsquery, category, readers, clusterRows } = query;
  const isAsked = tsquery !== undefined;
  const filters = Object.entries(query.filters ?? {}).map(toContained);
  const rank = isAsked
    ? `ts_rank(${WEIGHTS}, ranking, CAST(:tsquery AS tsquery))
       + CASE WHEN title = :title THEN ${TITLE_RANK.same}
              WHEN starts_with(title, :title) THEN ${TITLE_RANK.begin} ELSE 0 END`
    : '0';
  const conditions = [
    'type = ANY(:types)',
    ...(isAsked ? ['words @@ CAST(:tsquery AS tsquery)'] : []),
    ...(readers === 'everything' ? [] : ['readable_by = ANY(:readers)']),
    ...(query.without
      ? ['(resource_ref IS NULL OR resource_ref <> ALL(:without))']
      : []),
    ...filters.map(
      (_, index) => `document @> ANY(CAST(:filter${index} AS jsonb[]))`,
    ),
  ];
  const clusters = `
    UNION ALL
    SELECT NULL, 'cluster', ${rank}, title, document
    FROM (SELECT title, document, ${toRankingSql({
      title: '"titleWords"',
      keywords: '"keywordWords"',
      lead: '"leadWords"',
    })} AS ranking
      FROM jsonb_to_recordset(CAST(:clusters AS jsonb)) AS live(
        title text, "titleWords" text, "keywordWords" text,
        "leadWords" text, document jsonb)) AS clusters
    ${isAsked ? 'WHERE ranking @@ CAST(:tsquery AS tsquery)' : ''}`;
  const sql = `
    WITH found AS MATERIALIZED (
      SELECT id, category, ${rank} AS rank, title, NULL::jsonb AS live
      FROM search_documents
      WHERE ${conditions.join(' AND ')}
      ${clusterRows.length > 0 ? clusters : ''}
    ), page AS (
      SELECT * FROM found
      ${category ? 'WHERE category = :category' : ''}
      ORDER BY rank DESC, title, id
      OFFSET :offset LIMIT :limit
    )
    SELECT
      (SELECT jsonb_agg(jsonb_build_object('category', category, 'count', count))
       FROM (SELECT category, count(*) FROM found GROUP BY category) AS facet
      ) AS facets,
      (SELECT jsonb_agg(jsonb_build_object(
         'type', coalesce(documents.type, '${CLUSTER_TYPE}'),
         'category', page.category,
         'resource_ref', documents.resource_ref,
         'document', coalesce(page.live, documents.document)
       ) ORDER BY page.rank DESC, page.title, page.id)
       FROM page LEFT JOIN search_documents AS documents USING (id)
      ) AS page,
      (SELECT jsonb_agg(DISTINCT resource_ref)
       FROM (SELECT id FROM found LIMIT ${MAX_NAMED}) AS few
         JOIN search_documents USING (id)
       WHERE resource_ref IS NOT NULL
         AND (SELECT count(*) FROM found) <= ${MAX_NAMED}
      ) AS entities`;
  return {
    sql,
    bindings: {
      types: query.types,
      offset: query.offset,
      limit: query.limit,
      title: query.title,
      ...(isAsked && { tsquery }),
      ...(category && { category }),
      ...(readers !== 'everything' && { readers }),
      ...(query.without && { without: query.without }),
      ...(clusterRows.length > 0 && { clusters: JSON.stringify(clusterRows) }),
      ...Object.fromEntries(
        filters.map((values, index) => [`filter${index}`, values]),
      ),
    },
  };
}

/** A field may hold one of the values, or a list with one of them in it. */
function toContained([field, value]: [string, unknown]): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.flatMap(one => [
    JSON.stringify({ [field]: one }),
    JSON.stringify({ [field]: [one] }),
  ]);
}
