/**
 * A text as full text search compares it: the stems of its words in Dutch and
 * in English, because what developers write is both.
 *
 * @param sql - expression of the text, folded
 * @internal
 */
export function toVectorSql(sql: string): string {
  return `(to_tsvector('pg_catalog.dutch', ${sql}) || to_tsvector('pg_catalog.english', ${sql}))`;
}

/** The same, by what it is ranked on: what stands in the title counts most. @internal */
export function toRankingSql(columns: {
  title: string;
  keywords: string;
  lead: string;
}): string {
  return [
    `setweight(${toVectorSql(columns.title)}, 'A')`,
    `setweight(${toVectorSql(columns.keywords)}, 'B')`,
    `setweight(${toVectorSql(columns.lead)}, 'D')`,
  ].join(' || ');
}
