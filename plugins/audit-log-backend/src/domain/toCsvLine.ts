import type { AuditEvent } from '@nerds/plugin-audit-log-common';

const COLUMNS: [name: string, read: (event: AuditEvent) => unknown][] = [
  ['sequence', event => event.sequence],
  ['at', event => event.at],
  ['act', event => event.act],
  ['object', event => event.object],
  ['result', event => event.result],
  ['actor', event => event.actor],
  ['address', event => event.origin.address],
  ['userAgent', event => event.origin.userAgent],
  ['method', event => event.origin.method],
  ['path', event => event.origin.path],
  ['severity', event => event.severity],
  ['plugin', event => event.plugin],
  ['correlationId', event => event.correlationId],
  ['teams', event => event.teams.join(' ')],
  ['reason', event => event.reason],
  ['details', event => event.details && JSON.stringify(event.details)],
  ['hash', event => event.hash],
];

/** First line of the CSV, RFC 4180. @internal */
export const CSV_HEADER = `${COLUMNS.map(([name]) => name).join(',')}\r\n`;

/**
 * A cell that a spreadsheet takes for text: one that begins like a formula
 * gets an apostrophe, https://owasp.org/www-community/attacks/CSV_Injection,
 * checked 2026-11.
 */
function toCell(value: unknown): string {
  if (value === undefined || value === null) return '';
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** An event as one line of the CSV. @internal */
export function toCsvLine(event: AuditEvent): string {
  return `${COLUMNS.map(([, read]) => toCell(read(event))).join(',')}\r\n`;
}
