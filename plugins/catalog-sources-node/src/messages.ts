import type {
  ItemError,
  LocalizedText,
  RunCounts,
} from '@nerds/plugin-catalog-sources-common';
import type { RunOutcome, SourceRegistration } from './CatalogSourcesService';

/** How many errors of items one run keeps; of the rest only the number. @public */
export const MAX_ITEM_ERRORS = 1_000;

/** Longest text of an error; what a stranger's page answers may be very long. */
const MAX_TEXT_LENGTH = 1_000;

/** What the ledger is told when a run starts, and every now and then while it runs. @public */
export interface StartRunMessage {
  source: Required<SourceRegistration>;
  /** ISO 8601, UTC. */
  startedAt: string;
}

/**
 * What the ledger is told when a run ends. It holds the start as well, for the
 * ledger may have missed that.
 *
 * @public
 */
export interface FinishRunMessage extends StartRunMessage {
  endedAt: string;
  state: RunOutcome['state'];
  counts: RunCounts;
  error?: LocalizedText;
  itemErrors: ItemError[];
  /** All of them, also those that are not in `itemErrors`. */
  itemErrorCount: number;
}

/** @internal */
export function toFinishRunMessage(
  start: StartRunMessage,
  outcome: RunOutcome,
  endedAt: Date,
): FinishRunMessage {
  const { state, counts, error, itemErrors = [] } = outcome;
  return {
    ...start,
    endedAt: endedAt.toISOString(),
    state,
    counts,
    error: error === undefined ? undefined : toText(error),
    itemErrors: itemErrors.slice(0, MAX_ITEM_ERRORS).map(toItemError),
    itemErrorCount: itemErrors.length,
  };
}

function toItemError({
  itemId,
  itemUrl,
  field,
  message,
}: ItemError): ItemError {
  return {
    itemId: toShort(itemId),
    itemUrl: itemUrl && isWebPage(itemUrl) ? itemUrl : undefined,
    field: field === undefined ? undefined : toShort(field),
    message: toText(message),
  };
}

function toText(text: LocalizedText | string): LocalizedText {
  const { nl, en } = typeof text === 'string' ? { nl: text, en: text } : text;
  return { nl: toShort(nl), en: toShort(en) };
}

function toShort(text: string): string {
  // PostgreSQL holds no NUL in a text.
  const clean = text.replaceAll('\u0000', '');
  return clean.length > MAX_TEXT_LENGTH
    ? `${clean.slice(0, MAX_TEXT_LENGTH - 1)}…`
    : clean;
}

/** The page links to it, and what a source says may be `javascript:`. */
function isWebPage(url: string): boolean {
  if (url.length > MAX_TEXT_LENGTH || !URL.canParse(url)) return false;
  return ['http:', 'https:'].includes(new URL(url).protocol);
}
