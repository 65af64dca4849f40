// Four digits, the first not 0, and two letters. The postal service does not
// hand out SA, SD and SS.
const POSTCODE = /^([1-9]\d{3}) ?(?!SA|SD|SS)([A-Z]{2})$/;

/**
 * Reads a Dutch postcode, however somebody typed it.
 *
 * An example: replace it by what your library does.
 *
 * @param text - for instance `1234ab` or ` 1234 AB`
 * @returns the postcode as it is written, `1234 AB`; nothing when it is none
 */
export function parsePostcode(text: string): string | undefined {
  const match = POSTCODE.exec(text.trim().toUpperCase());
  return match ? `${match[1]} ${match[2]}` : undefined;
}
