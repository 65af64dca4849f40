import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Knex } from 'knex';

const RESPONSES = 'government_responses';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** An answer that a register may call unchanged the next time. @internal */
export interface StoredResponse {
  etag?: string;
  lastModified?: string;
  headers: Record<string, string>;
  body: string;
}

interface DbResponseRow {
  source_id: string;
  url: string;
  etag: string | null;
  last_modified: string | null;
  headers: Record<string, string>;
  body: Buffer;
  used_at: Date;
}

/** Keeps the answers of a source in the catalog's PostgreSQL. @internal */
export class ResponseStore {
  constructor(private readonly knex: Knex, private readonly sourceId: string) {}

  async getResponse(url: string): Promise<StoredResponse | undefined> {
    const row = await this.#responses().where({ url }).first();
    return (
      row && {
        etag: row.etag ?? undefined,
        lastModified: row.last_modified ?? undefined,
        headers: row.headers,
        body: (await decompress(row.body)).toString('utf8'),
      }
    );
  }

  async saveResponse(
    url: string,
    response: StoredResponse,
    now: Date,
  ): Promise<void> {
    await this.knex(RESPONSES)
      .insert({
        source_id: this.sourceId,
        url,
        etag: response.etag ?? null,
        last_modified: response.lastModified ?? null,
        headers: JSON.stringify(response.headers),
        body: await compress(response.body),
        used_at: now,
      })
      .onConflict(['source_id', 'url'])
      .merge();
  }

  async touchResponse(url: string, now: Date): Promise<void> {
    await this.#responses().where({ url }).update({ used_at: now });
  }

  async deleteUnusedSince(time: Date): Promise<void> {
    await this.#responses().where('used_at', '<', time).delete();
  }

  #responses() {
    return this.knex<DbResponseRow>(RESPONSES).where({
      source_id: this.sourceId,
    });
  }
}
