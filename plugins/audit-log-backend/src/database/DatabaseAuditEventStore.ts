import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type { AuditEvent } from '@nerds/plugin-audit-log-common';
import type { Knex } from 'knex';
import type { ChainEnds, ChainLink } from '../domain/ChainCheck';
import type { AuditEventStore, EventSelection } from './AuditEventStore';
import { whereSelected } from './whereSelected';

const BATCH_SIZE = 500;

/** `bigint` comes as text. */
interface DbEventRow {
  sequence: string;
  hash: string;
  payload: AuditEvent & { id?: string; recordedAt?: string };
}

interface DbChainRow {
  anchor_sequence: string;
  anchor_hash: string;
  head_sequence: string;
  head_hash: string;
}

function toEvent({ hash, payload }: DbEventRow): AuditEvent {
  // what only the database needs
  const { id: _id, recordedAt: _recordedAt, ...event } = payload;
  return { ...event, hash };
}

/** SQLSTATE 42: a statement of ours is wrong or not allowed; the database is there. */
function isFault(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^(42|22)[0-9A-Z]{3}$/.test(code);
}

/** The audit log in PostgreSQL, with the rights of the portal. @internal */
export class DatabaseAuditEventStore implements AuditEventStore {
  constructor(
    private readonly knex: Knex,
    private readonly logger: LoggerService,
  ) {}

  listEvents(
    selection: EventSelection,
    page: { before?: number; limit: number },
  ): Promise<AuditEvent[]> {
    return this.#run(async () => {
      const query = this.#select(selection)
        .orderBy('sequence', 'desc')
        .limit(page.limit);
      if (page.before !== undefined) query.where('sequence', '<', page.before);
      return (await query).map(toEvent);
    });
  }

  getEvents(refs: string[]): Promise<(AuditEvent | undefined)[]> {
    return this.#run(async () => {
      const sequences = refs.filter(ref => /^\d{1,15}$/.test(ref));
      const rows: DbEventRow[] = await this.knex
        .withSchema('audit')
        .from('events')
        .select('sequence', 'hash', 'payload')
        .whereIn('sequence', sequences);
      const bySequence = new Map(rows.map(row => [row.sequence, toEvent(row)]));
      return refs.map(ref => bySequence.get(ref));
    });
  }

  async *iterateEvents(
    selection: EventSelection,
  ): AsyncGenerator<AuditEvent[]> {
    const { head } = await this.readChainEnds();
    let rows: DbEventRow[];
    let after = '0';
    do {
      rows = await this.#readBatch(selection, { after, upTo: head.sequence });
      if (rows.length > 0) {
        after = rows[rows.length - 1].sequence;
        yield rows.map(toEvent);
      }
    } while (rows.length === BATCH_SIZE);
  }

  #readBatch(
    selection: EventSelection,
    range: { after: string; upTo: number },
  ): Promise<DbEventRow[]> {
    return this.#run(async () =>
      this.#select(selection)
        .where('sequence', '>', range.after)
        .where('sequence', '<=', range.upTo)
        .orderBy('sequence')
        .limit(BATCH_SIZE),
    );
  }

  readChainEnds(): Promise<ChainEnds> {
    return this.#run(() => this.#readEnds(this.knex));
  }

  readChain(
    onEnds: (ends: ChainEnds) => void,
    onLinks: (links: ChainLink[]) => void,
  ): Promise<void> {
    return this.#run(() =>
      this.knex.transaction(
        async trx => {
          const ends = await this.#readEnds(trx);
          onEnds(ends);
          let last = ends.anchor.sequence;
          let rows: { sequence: string; hash: string; payload: string }[];
          do {
            rows = await trx
              .withSchema('audit')
              .from('events')
              .select('sequence', 'hash', trx.raw('payload::text AS payload'))
              .where('sequence', '>', last)
              .orderBy('sequence')
              .limit(BATCH_SIZE);
            const links = rows.map(row => ({
              ...row,
              sequence: Number(row.sequence),
            }));
            onLinks(links);
            last = links[links.length - 1]?.sequence ?? last;
          } while (rows.length === BATCH_SIZE);
        },
        // one picture of the whole, while events go on being appended
        { isolationLevel: 'repeatable read', readOnly: true },
      ),
    );
  }

  expire(keepDays: number): Promise<number> {
    return this.#run(async () => {
      const { rows } = await this.knex.raw<{ rows: { expired: string }[] }>(
        'SELECT audit.expire(?) AS expired',
        [keepDays],
      );
      return Number(rows[0].expired);
    });
  }

  #select(selection: EventSelection): Knex.QueryBuilder {
    const query = this.knex
      .withSchema('audit')
      .from('events')
      .select('sequence', 'hash', 'payload');
    whereSelected(query, selection);
    return query;
  }

  async #readEnds(knex: Knex): Promise<ChainEnds> {
    const row: DbChainRow = await knex
      .withSchema('audit')
      .from('chain')
      .first('*');
    return {
      anchor: { sequence: Number(row.anchor_sequence), hash: row.anchor_hash },
      head: { sequence: Number(row.head_sequence), hash: row.head_hash },
    };
  }

  async #run<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (isFault(error)) throw error;
      this.logger.error('The audit log cannot be read', error as Error);
      throw new ServiceUnavailableError('The audit log cannot be read now');
    }
  }
}
