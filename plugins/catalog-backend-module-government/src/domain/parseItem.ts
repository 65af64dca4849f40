import type { LocalizedText } from '@nerds/plugin-catalog-sources-common';
import { z } from 'zod';

/**
 * A field that an item can do without: what it should not be is as good as
 * absent.
 *
 * @internal
 */
export function optional<T extends z.ZodType>(schema: T) {
  return schema.nullish().catch(undefined);
}

/** @internal */
export const optionalText = optional(z.string());

/** Thrown where an item cannot become an entity. @internal */
export class InvalidItemError extends Error {
  readonly name = 'InvalidItemError' as const;

  constructor(
    readonly field: string | undefined,
    readonly text: LocalizedText,
  ) {
    super(text.en);
  }
}

/**
 * Reads an item of a register.
 *
 * @throws {@link InvalidItemError} that names the first field that is wrong
 * @internal
 */
export function parseItem<T extends z.ZodType>(
  schema: T,
  item: unknown,
): z.output<T> {
  const result = schema.safeParse(item);
  if (result.success) return result.data;
  const field = result.error.issues[0].path.join('.') || undefined;
  throw new InvalidItemError(field, {
    nl: field
      ? `Het veld '${field}' ontbreekt of heeft een waarde die niet kan; vul het in bij de bron.`
      : 'Dit is geen object; de bron moet dat herstellen.',
    en: field
      ? `The field '${field}' is missing or has a value that cannot be; fill it in at the source.`
      : 'This is not an object; that has to be repaired at the source.',
  });
}
