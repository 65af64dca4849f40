import { createHash } from 'node:crypto';
import type { Client } from 'pg';

const BATCH_SIZE = 1_000;

/** The hash before the first event ever. */
const GENESIS_HASH = '0'.repeat(64);

/** Sequence and hash of an event that were written down elsewhere. @internal */
export interface ExpectedEvent {
  sequence: number;
  hash: string;
}

/** @internal */
export type ChainReport =
  | {
      state: 'intact';
      checkedCount: number;
      /** Last event; sequence 0 in an empty log. */
      last: ExpectedEvent;
    }
  | { state: 'broken'; brokenAt: number; problem: string };

interface Ends {
  anchor_sequence: string;
  anchor_hash: string;
  head_sequence: string;
  head_hash: string;
}

interface Row {
  sequence: string;
  hash: string;
  payload: string;
}

/** Walks along the chain and remembers where it is. */
class ChainWalk {
  sequence: number;
  hash: string;
  checkedCount = 0;
  private readonly expected: ExpectedEvent | undefined;

  constructor(anchor: ExpectedEvent, expected: ExpectedEvent | undefined) {
    this.sequence = anchor.sequence;
    this.hash = anchor.hash;
    this.expected = expected;
  }

  /** What is wrong at the place where the walk is. */
  evaluateExpected(): string | undefined {
    const { expected } = this;
    return expected?.sequence === this.sequence &&
      expected.hash.toLowerCase() !== this.hash
      ? 'the hash is not the one that was expected'
      : undefined;
  }

  /** Goes on to the next event. */
  step(row: Row): { brokenAt: number; problem: string } | undefined {
    const wanted = this.sequence + 1;
    if (Number(row.sequence) !== wanted) {
      return { brokenAt: wanted, problem: 'the event is missing' };
    }
    const hash = createHash('sha256')
      .update(`${this.hash}:${row.sequence}:${row.payload}`)
      .digest('hex');
    const stated = (JSON.parse(row.payload) as { sequence?: unknown }).sequence;
    if (hash !== row.hash || stated !== wanted) {
      return {
        brokenAt: wanted,
        problem:
          'the event is not what was written, or the one before it was changed',
      };
    }
    this.sequence = wanted;
    this.hash = hash;
    this.checkedCount += 1;
    const problem = this.evaluateExpected();
    return problem ? { brokenAt: wanted, problem } : undefined;
  }
}

async function readEnds(client: Client): Promise<Ends> {
  const { rows } = await client.query<Ends>('SELECT * FROM audit.chain');
  if (rows.length !== 1) {
    throw new Error('The row with the ends of the chain is not there');
  }
  return rows[0];
}

async function walkChain(
  client: Client,
  expected: ExpectedEvent | undefined,
): Promise<ChainReport> {
  const ends = await readEnds(client);
  const anchor = {
    sequence: Number(ends.anchor_sequence),
    hash: ends.anchor_hash,
  };
  if (anchor.sequence === 0 && anchor.hash !== GENESIS_HASH) {
    return {
      state: 'broken',
      brokenAt: 1,
      problem: 'the chain does not begin at its beginning',
    };
  }
  if (expected && expected.sequence < anchor.sequence) {
    throw new Error(
      `Event ${expected.sequence} has expired, so it cannot be compared any more; the oldest that can be is ${anchor.sequence}`,
    );
  }
  const walk = new ChainWalk(anchor, expected);
  const atAnchor = walk.evaluateExpected();
  if (atAnchor) {
    return { state: 'broken', brokenAt: anchor.sequence, problem: atAnchor };
  }
  for (;;) {
    const { rows } = await client.query<Row>(
      `SELECT sequence, hash, payload::text AS payload FROM audit.events
         WHERE sequence > $1 ORDER BY sequence LIMIT ${BATCH_SIZE}`,
      [walk.sequence],
    );
    for (const row of rows) {
      const broken = walk.step(row);
      if (broken) {
        return { state: 'broken', ...broken };
      }
    }
    if (rows.length < BATCH_SIZE) {
      break;
    }
  }
  const last = { sequence: walk.sequence, hash: walk.hash };
  const end = Math.max(Number(ends.head_sequence), expected?.sequence ?? 0);
  if (end > last.sequence || ends.head_hash !== last.hash) {
    return {
      state: 'broken',
      brokenAt: last.sequence + 1,
      problem:
        'the last events are missing, or the head of the chain was changed',
    };
  }
  return { state: 'intact', checkedCount: walk.checkedCount, last };
}

/**
 * Computes the whole chain again from the text of the events.
 *
 * @remarks
 * Shares no code with the portal, so that a fault there cannot hide itself.
 * Without `expected` it cannot see that somebody wrote the whole chain anew, or
 * took events off its end together with the head: keep the sequence and hash
 * that the portal logs every hour somewhere else, and compare.
 *
 * @param client - connected to the database of the audit log; reading is enough
 * @internal
 */
export async function verifyChain(
  client: Client,
  expected?: ExpectedEvent,
): Promise<ChainReport> {
  // one picture of the whole, while the portal goes on appending
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    return await walkChain(client, expected);
  } finally {
    await client.query('COMMIT');
  }
}
