/** As many digits as a BSN, phone number, date of birth or account has at least. */
const MAX_DIGITS = 5;

const DUTCH_POSTCODE = /\b[1-9][0-9]{3}\s?[a-z]{2}\b/i;

/**
 * Whether a query may be about a person: an e-mail address, a postcode, or a
 * number as long as a BSN (also with dots, spaces or dashes in it), a phone
 * number, an account or a date of birth. Rather a harmless query too many that
 * is not kept than one that says who somebody is.
 *
 * @param query - as it was typed
 * @internal
 */
export function looksLikePersonalData(query: string): boolean {
  if (query.includes('@') || DUTCH_POSTCODE.test(query)) return true;
  const runs = query.match(/\d[\d\s./-]*/g) ?? [];
  return runs.some(run => run.replace(/\D/g, '').length > MAX_DIGITS);
}
