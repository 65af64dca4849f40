/** Those of the catalog that read a file: `definition: { $text: ./openapi.yaml }`. */
const PLACEHOLDERS = ['$text', '$json', '$yaml'];

/**
 * What is put into an entity out of files: the kind of placeholder, and the file.
 *
 * @internal
 */
export function* listPlaceholders(value: unknown): Generator<[string, string]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (PLACEHOLDERS.includes(key) && typeof inner === 'string') {
      yield [key, inner];
    }
    yield* listPlaceholders(inner);
  }
}

/**
 * An entity with the names of files where their content would be put in.
 *
 * @internal
 */
export function withoutPlaceholders(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaceholders);
  if (typeof value !== 'object' || value === null) return value;
  const placeholder = PLACEHOLDERS.find(key => key in value);
  if (placeholder) {
    const file: unknown = Reflect.get(value, placeholder);
    // What is no name is a text too: with a name inside it would become one.
    return typeof file === 'string' ? file : JSON.stringify(file);
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      withoutPlaceholders(inner),
    ]),
  );
}
