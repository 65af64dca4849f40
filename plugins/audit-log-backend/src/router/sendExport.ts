import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { AuditEvent } from '@nerds/plugin-audit-log-common';
import type { Response } from 'express';
import { CSV_HEADER, toCsvLine } from '../domain/toCsvLine';

const FORMATS = {
  csv: {
    type: 'text/csv; charset=utf-8; header=present',
    header: CSV_HEADER,
    toLine: toCsvLine,
  },
  jsonl: {
    type: 'application/jsonl; charset=utf-8',
    header: '',
    toLine: (event: AuditEvent) => `${JSON.stringify(event)}\n`,
  },
};

async function* toChunks(
  first: AuditEvent[],
  rest: AsyncGenerator<AuditEvent[]>,
  format: keyof typeof FORMATS,
): AsyncGenerator<string> {
  const { header, toLine } = FORMATS[format];
  yield header + first.map(toLine).join('');
  for await (const batch of rest) yield batch.map(toLine).join('');
}

/**
 * Sends events as a file, read from the database as fast as the caller takes
 * them.
 *
 * @remarks
 * The first batch is read before anything is sent, so that a refusal is a
 * proper answer. When it goes wrong later the connection is cut, which the
 * caller sees: a file that ends early must not look complete.
 *
 * @internal
 */
export async function sendExport(
  res: Response,
  options: {
    batches: AsyncGenerator<AuditEvent[]>;
    format: keyof typeof FORMATS;
    at: Date;
    logger: LoggerService;
  },
): Promise<void> {
  const { batches, format, at, logger } = options;
  const first = await batches.next();
  const name = `audit-log-${at.toISOString().slice(0, 10)}.${format}`;
  res.set({
    'Content-Type': FORMATS[format].type,
    'Content-Disposition': `attachment; filename="${name}"`,
  });
  const chunks = toChunks(first.value ?? [], batches, format);
  try {
    await pipeline(Readable.from(chunks), res);
  } catch (error) {
    // headers are sent: nothing else can be answered
    logger.warn('An export of the audit log ended early', error as Error);
  } finally {
    // not read on when the caller went away; puts the export on record
    await batches.return(undefined);
  }
}
