import type { z } from 'zod';
import { InvalidItemError, parseItem } from '../domain/parseItem';
import type { SourceBatch, SourceItem } from './SourceReader';

/** What the id of an item may be: it is shown, stored and put in addresses. */
const ID = /^[\x21-\x7e]{1,200}$/;

/**
 * Makes items of the entries of a list, and keeps apart those that cannot be.
 *
 * @param options - `idField`: where the id stands. `toUrl`: page of an item by
 * its id. `place`: where in the list this is, for entries without an id
 * @internal
 */
export function readBatchItems<T extends z.ZodType>(
  entries: unknown[],
  options: {
    schema: T;
    idField: string;
    toUrl(id: string): string;
    place: string;
    toItem(entry: z.output<T>): SourceItem;
  },
): SourceBatch {
  const batch: SourceBatch = { items: [], invalid: [] };
  entries.forEach((entry, index) => {
    const id = (entry as Record<string, unknown> | null)?.[options.idField];
    const isKnownById = typeof id === 'string' && ID.test(id);
    try {
      const parsed = parseItem(options.schema, entry);
      if (!isKnownById) {
        throw new InvalidItemError(options.idField, {
          nl: `'${options.idField}' kan geen kenmerk zijn.`,
          en: `'${options.idField}' cannot be an identifier.`,
        });
      }
      batch.items.push(options.toItem(parsed));
    } catch (error) {
      if (!(error instanceof InvalidItemError)) throw error;
      batch.invalid.push({
        itemId: isKnownById ? id : `${options.place}, ${index + 1}`,
        itemUrl: isKnownById ? options.toUrl(id) : undefined,
        field: error.field,
        message: error.text,
        isKnownById,
      });
    }
  });
  return batch;
}

/** A batch that stands for a page that could not be read. @internal */
export function toBrokenBatch(place: string, problem: string): SourceBatch {
  return {
    items: [],
    invalid: [
      {
        itemId: place,
        message: {
          nl: `Dit deel van de lijst is niet gelezen: ${problem}`,
          en: `This part of the list was not read: ${problem}`,
        },
        isKnownById: false,
      },
    ],
    isBroken: true,
  };
}
