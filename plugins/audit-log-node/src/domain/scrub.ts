import type { JsonValue } from '@backstage/types';

const LIMITS = { depth: 5, items: 50, characters: 500 };
const REMOVED = '[removed]';

/** Keys whose values are secrets, whatever they look like. */
const SECRET_KEY =
  /token|secret|passw|passphrase|pwd|authori[sz]ation|cookie|kubeconfig|credential|api.?key|private|assertion|signature|bearer|connection.?string|dsn|^(.*[-_.])?key$|[a-z]Key$/i;

/** What names a secret without being one, such as `tokenId` or `credentialKind`. */
const ABOUT_A_SECRET = /(Id|Ids|Name|Kind|Type|Count|At|Ref|Refs)$/;

/** What people typed: not needed to know who did what, and anything may be in it. */
const FREE_FORM_KEY =
  /^(taskParameters|parameters|params|values|input|inputs|body|query|payload|headers|spec|stack)$/i;

/** What a secret looks like wherever it stands. */
const SECRET_VALUE = [
  // JSON Web Token
  /eyJ[\w-]{5,}\.[\w-]{5,}\.[\w-]*/,
  // machine token of the portal
  /nerds_[\w-]{16,}/,
  /\b(bearer|basic)\s+[\w.~+/=-]{8,}/i,
  // user and password in an address
  /[a-z][a-z\d+.-]*:\/\/[^\s/@:]*:[^\s/@]+@/i,
  /-----BEGIN [A-Z ]+-----/,
  /\b(password|passwd|pwd|secret|token|api[-_]?key)(\s*=\s*|:\s+)\S+/i,
];

/** A text that PostgreSQL takes: no zero bytes, no halves of characters. */
function toStorable(text: string): string {
  // half a character becomes U+FFFD on its way through UTF-8
  return Buffer.from(text.replaceAll('\u0000', ''), 'utf8').toString('utf8');
}

/**
 * A text without secrets, of a limited length.
 *
 * @remarks
 * A text that holds a secret goes as a whole: what stands around it may be the
 * rest of it.
 *
 * @internal
 */
export function scrubText(
  text: string,
  characters = LIMITS.characters,
): string {
  if (SECRET_VALUE.some(pattern => pattern.test(text))) return REMOVED;
  return text.length > characters
    ? toStorable(`${text.slice(0, characters - 1)}…`)
    : toStorable(text);
}

function isDroppedKey(key: string): boolean {
  if (FREE_FORM_KEY.test(key)) return true;
  return SECRET_KEY.test(key) && !ABOUT_A_SECRET.test(key);
}

/**
 * A value without secrets, of a limited size; what must go is left out.
 *
 * @internal
 */
export function scrubValue(value: unknown, depth = 0): JsonValue | undefined {
  switch (typeof value) {
    case 'string':
      return scrubText(value);
    case 'number':
      return Number.isFinite(value) ? value : undefined;
    case 'boolean':
      return value;
    case 'object':
      break;
    default:
      return undefined;
  }
  if (value === null) return null;
  if (depth >= LIMITS.depth) return undefined;
  if (Array.isArray(value)) {
    return value
      .slice(0, LIMITS.items)
      .map(item => scrubValue(item, depth + 1))
      .filter(item => item !== undefined);
  }
  const entries = Object.entries(value as object)
    .filter(([key]) => !isDroppedKey(key))
    .slice(0, LIMITS.items)
    .map(([key, item]) => [scrubText(key, 100), scrubValue(item, depth + 1)])
    .filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries);
}
