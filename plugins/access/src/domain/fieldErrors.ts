import { isPortalApiError } from '@nerds/page-parts';

/** Sentences by the name of the field they are about. @internal */
export type FieldErrors = Record<string, string>;

/** `items[0].reason` is the field `reason`: a form sends one thing at a time. */
function toFormField(field: string): string {
  return field.slice(field.lastIndexOf('.') + 1);
}

/**
 * What the API found wrong with the fields of a form; empty when the failure is
 * about something else.
 * @internal
 */
export function toFieldErrors(error: Error | undefined): FieldErrors {
  if (!isPortalApiError(error)) return {};
  return Object.fromEntries(
    (error.problem?.errors ?? []).map(({ field, detail }) => [
      toFormField(field),
      detail,
    ]),
  );
}

/**
 * Whether every sentence of a failure stands at a field that the form has, so
 * that it need not be said above the form too.
 * @internal
 */
export function isSaidAtFields(error: Error, fields: string[]): boolean {
  const found = Object.keys(toFieldErrors(error));
  return found.length > 0 && found.every(field => fields.includes(field));
}
