/**
 * PostgreSQL keeps every character but this one, which a program may print.
 *
 * @internal
 */
export function toText(text: string): string {
  return text.replaceAll('\0', '');
}
