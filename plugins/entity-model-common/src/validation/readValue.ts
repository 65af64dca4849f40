/** An object of a file that was read as JSON or YAML. @internal */
export type FileObject = Record<string, unknown>;

/** Whether a value is an object with fields. @internal */
export function isFileObject(value: unknown): value is FileObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path; nothing when any part of the way is not there. @internal */
export function readValue(
  root: unknown,
  path: readonly (string | number)[],
): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[key as number];
    if (isFileObject(value) && Object.hasOwn(value, key)) return value[key];
    return undefined;
  }, root);
}

/** A value as it goes into a sentence, never longer than a line. @internal */
export function showValue(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
