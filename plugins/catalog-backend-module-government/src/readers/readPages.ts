import type { ConditionalReader } from '../http/ConditionalReader';
import { RegisterError } from '../http/RegisterError';

/** The most that the registers of developer.overheid.nl give at once. */
const PER_PAGE = 100;

/** A register that keeps saying that there is more. */
const MOST_PAGES = 5_000;

/** A page here and there can fail; when it is always, the register is down. */
const MOST_BROKEN_PAGES = 3;

/** One page of a list, or undefined when it could not be read. @internal */
export interface Page {
  number: number;
  items?: unknown[];
  /** Why not. */
  problem?: string;
}

function hasNextPage(
  headers: Record<string, string>,
  position: { number: number; length: number },
): boolean {
  const totalPages = Number(headers['total-pages']);
  if (Number.isInteger(totalPages) && totalPages > 0) {
    return position.number < totalPages;
  }
  if (headers.link) return /rel="?next"?/.test(headers.link);
  return position.length === PER_PAGE;
}

/**
 * Reads a list whose pages are bare arrays, with the paging in the headers
 * `Total-Pages`, `Total-Count` and `Link`.
 *
 * @remarks
 * The addresses of the pages are made here and not taken from `Link`, so that
 * an answer cannot send the portal anywhere. A page that cannot be read is
 * skipped, with the pages after it still read.
 *
 * @returns whether everything that the register says it has was there
 * @throws RegisterError when not one page can be read, or when the run is stopped
 * @internal
 */
export async function* readPages(
  reader: ConditionalReader,
  listUrl: URL,
  signal: AbortSignal,
): AsyncGenerator<Page, { isComplete: boolean }> {
  let itemCount = 0;
  let broken = 0;
  let headers: Record<string, string> = {};
  let number = 1;
  let isLast = false;
  while (!isLast && number <= MOST_PAGES) {
    const page = await readPage(reader, toPageUrl(listUrl, number), signal);
    if ('error' in page) {
      if (page.error.kind === 'aborted' || number === 1) throw page.error;
      broken++;
      yield { number, problem: page.error.message };
      // Without a number of pages there is no telling what comes after it.
      const isKnown = Number(headers['total-pages']) > 0;
      if (broken >= MOST_BROKEN_PAGES || !isKnown) return { isComplete: false };
      isLast = !hasNextPage(headers, { number, length: 0 });
    } else {
      headers = page.headers;
      itemCount += page.items.length;
      yield { number, items: page.items };
      isLast = !hasNextPage(headers, { number, length: page.items.length });
    }
    number++;
  }
  const totalCount = Number(headers['total-count'] ?? itemCount);
  return { isComplete: isLast && broken === 0 && itemCount >= totalCount };
}

function toPageUrl(listUrl: URL, number: number): URL {
  const url = new URL(listUrl);
  url.searchParams.set('page', String(number));
  url.searchParams.set('perPage', String(PER_PAGE));
  return url;
}

async function readPage(
  reader: ConditionalReader,
  url: URL,
  signal: AbortSignal,
): Promise<
  | { items: unknown[]; headers: Record<string, string> }
  | { error: RegisterError }
> {
  try {
    const { value, headers } = await reader.getDocument(url, {
      signal,
      isExpected: Array.isArray,
    });
    return { items: value as unknown[], headers };
  } catch (error) {
    if (error instanceof RegisterError) return { error };
    throw error;
  }
}
