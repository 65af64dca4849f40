import type { Client } from 'pg';

const BATCH_SIZE = 1_000;

/** @internal */
export type ExportFormat = 'csv' | 'jsonl';

/** Columns of the CSV, as in the export of the portal. */
const COLUMNS = [
  'sequence',
  'at',
  'act',
  'object',
  'result',
  'actor',
  'address',
  'userAgent',
  'method',
  'path',
  'severity',
  'plugin',
  'correlationId',
  'teams',
  'reason',
  'details',
  'hash',
];

type Payload = Record<string, unknown> & { origin?: Record<string, unknown> };

function toText(value: unknown): string {
  if (Array.isArray(value)) {
    return value.join(' ');
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/**
 * A cell that a spreadsheet takes for text: one that begins like a formula
 * gets an apostrophe, https://owasp.org/www-community/attacks/CSV_Injection,
 * checked 2026-11.
 */
function toCell(value: unknown): string {
  if (value === undefined || value === null) {
    return '';
  }
  const text = toText(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

function toLine(
  format: ExportFormat,
  row: { hash: string; payload: string },
): string {
  const payload = JSON.parse(row.payload) as Payload;
  if (format === 'jsonl') {
    return JSON.stringify({ ...payload, hash: row.hash });
  }
  const flat: Payload = { ...payload, ...payload.origin, hash: row.hash };
  return COLUMNS.map(column => toCell(flat[column])).join(',');
}

/**
 * All events, the oldest first, as lines.
 *
 * @internal
 */
export async function* exportEvents(
  client: Client,
  format: ExportFormat,
): AsyncGenerator<string> {
  if (format === 'csv') {
    yield `${COLUMNS.join(',')}\r\n`;
  }
  const end = format === 'csv' ? '\r\n' : '\n';
  let last = '0';
  for (;;) {
    const { rows } = await client.query<{
      sequence: string;
      hash: string;
      payload: string;
    }>(
      `SELECT sequence, hash, payload::text AS payload FROM audit.events
         WHERE sequence > $1 ORDER BY sequence LIMIT ${BATCH_SIZE}`,
      [last],
    );
    for (const row of rows) {
      yield `${toLine(format, row)}${end}`;
      last = row.sequence;
    }
    if (rows.length < BATCH_SIZE) {
      return;
    }
  }
}
