const DAY_MS = 24 * 60 * 60 * 1000;

/** Somebody has to have time to renew it. */
const MARGIN_DAYS = 30;

/** RFC 9116 advises less than a year. */
const LONGEST_DAYS = 366;

/**
 * What is wrong with a security.txt: RFC 9116 wants at least one Contact with
 * an address, and exactly one Expires in the future.
 *
 * @internal
 */
export function checkSecurityTxt(text: string, now: Date): string[] {
  const fields = text
    .split(/\r?\n/)
    .filter(line => line.trim() !== '' && !line.startsWith('#'))
    .map(line => /^([A-Za-z-]+):\s+(\S.*)$/.exec(line));
  if (fields.includes(null)) {
    return ['every line must be "Field: value"'];
  }
  const valuesOf = (name: string) =>
    fields
      .filter(field => field?.[1]?.toLowerCase() === name)
      .map(field => field?.[2]?.trim() ?? '');
  const problems: string[] = [];
  const contacts = valuesOf('contact');
  if (contacts.length === 0) {
    problems.push('there is no Contact');
  }
  for (const contact of contacts) {
    if (!/^(https:\/\/|mailto:|tel:)\S+$/.test(contact)) {
      problems.push(
        `Contact "${contact}" is not an https:, mailto: or tel: address`,
      );
    }
  }
  const expires = valuesOf('expires');
  if (expires.length !== 1) {
    problems.push(`there must be one Expires, not ${expires.length}`);
    return problems;
  }
  const days = (Date.parse(expires[0] ?? '') - now.getTime()) / DAY_MS;
  if (Number.isNaN(days)) {
    problems.push(`Expires "${expires[0]}" is not a moment (RFC 3339)`);
  } else if (days < MARGIN_DAYS || days > LONGEST_DAYS) {
    problems.push(
      `Expires must be ${MARGIN_DAYS} to ${LONGEST_DAYS} days from now, not ${Math.floor(
        days,
      )}`,
    );
  }
  return problems;
}
