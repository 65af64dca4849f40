import type { Knex } from 'knex';
import type { IndexedDocument } from '../documents/IndexedDocument';
import { toRankingSql, toVectorSql } from './vectors';

const RANKING = toRankingSql({
  title: '"titleWords"',
  keywords: '"keywordWords"',
  lead: '"leadWords"',
});

const INSERT = `
  INSERT INTO search_documents
    (id, type, category, resource_ref, readable_by, title, ranking, words, document)
  SELECT decode(id, 'hex'), type, category, "resourceRef", "readableBy", title,
    ${RANKING}, strip(${toVectorSql('"allWords"')}), document
  FROM jsonb_to_recordset(?::jsonb) AS incoming(
    id text, type text, category text, "resourceRef" text, "readableBy" text,
    title text, "titleWords" text, "keywordWords" text, "leadWords" text,
    "allWords" text, document jsonb)
  ON CONFLICT (id) DO NOTHING`;

/** Writes what can be found. @internal */
export class DocumentStore {
  constructor(private readonly knex: Knex) {}

  async begin(): Promise<Knex.Transaction> {
    return this.knex.transaction();
  }

  /** Ids of what there is of one type. */
  async listIds(type: string): Promise<Set<string>> {
    const rows = await this.knex('search_documents')
      .where({ type })
      .select<{ id: string }[]>(this.knex.raw(`encode(id, 'hex') AS id`));
    return new Set(rows.map(({ id }) => id));
  }

  async insert(tx: Knex.Transaction, documents: IndexedDocument[]) {
    await tx.raw(INSERT, [JSON.stringify(documents)]);
  }

  async remove(tx: Knex.Transaction, ids: string[]) {
    await tx.raw(
      `DELETE FROM search_documents
       WHERE id IN (SELECT decode(gone, 'hex') FROM unnest(?::text[]) AS gone)`,
      [ids],
    );
  }
}
