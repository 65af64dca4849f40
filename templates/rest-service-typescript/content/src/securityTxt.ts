import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** RFC 9116 recommends less than a year, so that nobody trusts what is out of date. */
const VALID_DAYS = 360;

/** security.txt with a new date: who starts the service, still maintains it. */
export function renewSecurityTxt(text: string, now: Date): string {
  const expires = new Date(now.getTime() + VALID_DAYS * 24 * 60 * 60 * 1000);
  // whole seconds: not every reader knows the fraction
  const line = `Expires: ${expires.toISOString().replace(/\.\d+Z$/, 'Z')}`;
  return text.replace(/^Expires: .*$/m, line);
}

export function readSecurityTxt(now: Date): string {
  const file = resolve(import.meta.dirname, '../.well-known/security.txt');
  return renewSecurityTxt(readFileSync(file, 'utf8'), now);
}
