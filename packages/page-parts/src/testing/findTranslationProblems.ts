function toPlaceholders(text: string): string {
  return (text.match(/\{\{\w+\}\}/g) ?? []).sort().join();
}

/**
 * Compares the texts of a plugin in two languages, for its test.
 *
 * @returns a line per key that is missing, empty, too many, or fills in other values
 * @public
 */
export function findTranslationProblems(
  english: Record<string, string>,
  dutch: Record<string, string>,
): string[] {
  const keys = new Set([...Object.keys(english), ...Object.keys(dutch)]);
  return [...keys].flatMap(key => {
    const texts = [english[key], dutch[key]];
    if (!texts.every(text => text?.trim())) return `${key} is not in both`;
    const [first, second] = texts.map(toPlaceholders);
    return first === second ? [] : `${key} fills in other values`;
  });
}
