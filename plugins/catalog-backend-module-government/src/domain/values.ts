import type { EntityLink } from '@backstage/catalog-model';

/** Web address that a browser may open; undefined for anything else, like `n.v.t.`. @internal */
export function toHttpUrl(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    const url = new URL(value.trim());
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
    return isWeb && !url.username && !url.password ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** Instant in UTC as the annotations want it; undefined when it is none. @internal */
export function toInstant(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  // Registers leave the time zone out now and then and mean UTC.
  const hasZone = /(Z|[+-]\d{2}:?\d{2})$/.test(value);
  const date = new Date(value.includes('T') && !hasZone ? `${value}Z` : value);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** Text without mark-up and runs of white space; undefined when nothing is left. @internal */
export function toPlainText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? undefined : text;
}

const MAX_TAG_LENGTH = 63;

/** Tags as the catalog allows them, each once; what nothing is left of is dropped. @internal */
export function toTags(values: (string | undefined)[]): string[] {
  const tags = values.map(value =>
    (value ?? '')
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9+#]+/g, '-')
      .slice(0, MAX_TAG_LENGTH)
      .replace(/^-+|-+$/g, ''),
  );
  return [...new Set(tags.filter(tag => tag !== ''))];
}

/** Links with an address, each address once. @internal */
export function toLinks(
  links: { url: unknown; title: string }[],
): EntityLink[] {
  const byUrl = new Map<string, EntityLink>();
  for (const { url, title } of links) {
    const href = toHttpUrl(url);
    if (href && !byUrl.has(href)) byUrl.set(href, { url: href, title });
  }
  return [...byUrl.values()];
}

/** The entries that have a value. @internal */
export function withValues(
  entries: Record<string, string | undefined>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(entries).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}

/**
 * The same without NUL characters, which PostgreSQL holds in no text: one in one
 * item would stop all others.
 *
 * @internal
 */
export function withoutNul<T>(value: T): T {
  const text = JSON.stringify(value);
  if (!text.includes('\\u0000')) return value;
  return JSON.parse(text, (_, field: unknown) =>
    typeof field === 'string' ? field.replaceAll('\u0000', '') : field,
  );
}
