import type { z } from 'zod';
import type { Organisation } from '../domain/mapOrganisation';
import type { ConditionalReader } from '../http/ConditionalReader';
import type { ClaimIndex } from './ClaimIndex';
import type { OwnerFinder } from './organisationItems';
import { readBatchItems, toBrokenBatch } from './readBatchItems';
import { readPages } from './readPages';
import type { SourceBatch, SourceItem } from './SourceReader';

/** @internal */
export interface RegisterReaderOptions {
  reader: ConditionalReader;
  /** Without a slash at the end. */
  baseUrl: string;
  /** Where people read about an item: this, a slash and its id. */
  pageUrl: string;
  owners: OwnerFinder;
  claims: ClaimIndex;
  detailLifetimeMs: number;
}

/** Page about an item for people. @internal */
export function toItemPageUrl(
  options: Pick<RegisterReaderOptions, 'pageUrl'>,
  id: string,
): string {
  return `${options.pageUrl}/${encodeURIComponent(id)}`;
}

/**
 * Reads the list of a register of developer.overheid.nl: its items, and the
 * organisations that own them.
 *
 * @param list - `path`: where the list is, below the register
 * @internal
 */
export async function* readRegisterList<
  T extends z.ZodType<{ organisation: Organisation }>,
>(
  options: RegisterReaderOptions,
  list: {
    path: string;
    schema: T;
    toItem(summary: z.output<T>): SourceItem;
  },
  signal: AbortSignal,
): AsyncGenerator<SourceBatch> {
  const { reader, baseUrl, owners } = options;
  const pages = readPages(reader, new URL(`${baseUrl}${list.path}`), signal);
  let page = await pages.next();
  for (; !page.done; page = await pages.next()) {
    const { number, items, problem } = page.value;
    const place = `page ${number}`;
    if (!items) {
      yield toBrokenBatch(place, problem ?? '');
      continue;
    }
    const organisations: Organisation[] = [];
    const batch = readBatchItems(items, {
      schema: list.schema,
      idField: 'id',
      toUrl: id => toItemPageUrl(options, id),
      place,
      toItem: summary => {
        organisations.push(summary.organisation);
        return list.toItem(summary);
      },
    });
    const groups = owners.listGroups(organisations);
    yield { ...batch, items: [...groups, ...batch.items] };
  }
  if (!page.value.isComplete) yield { items: [], invalid: [], isBroken: true };
}
