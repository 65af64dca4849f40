import { createHash } from 'node:crypto';

/** Namespace of everything that comes from a register, so that it never takes the name of something of the portal's own. @internal */
export const REGISTER_NAMESPACE = 'registers';

const TOOI_URI =
  /^https:\/\/identifier\.overheid\.nl\/tooi\/id\/([a-z]{1,20})\/([a-z0-9_]{1,30})$/;

const MAX_READABLE_LENGTH = 40;

/** Parts may hold anything, also each other's separators; their JSON cannot be confused. */
function hashOf(parts: string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(parts))
    .digest('hex')
    .slice(0, 10);
}

function toReadable(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_READABLE_LENGTH)
    .replace(/^-+|-+$/g, '');
}

/**
 * Name of the entity of something in a register, at most 63 characters.
 *
 * @remarks
 * It depends on nothing but the id: titles and addresses change, and the stars
 * and relations that people gave an entity have to survive that. The hash tells
 * ids apart that differ in case or signs only.
 *
 * @param register - short name of the register, e.g. `api`
 * @param id - what the register knows it by
 * @internal
 */
export function buildRegisterEntityName(register: string, id: string): string {
  const parts = [register, toReadable(id), hashOf([register, id])];
  return parts.filter(part => part !== '').join('-');
}

/** Whether an organisation is known by its address in TOOI. @internal */
export function isTooiUri(uri: string): boolean {
  return TOOI_URI.test(uri);
}

/**
 * Name of the Group of an organisation, at most 63 characters.
 *
 * @remarks
 * An address in TOOI has a kind and a code that hold no `-`, so `kind-code`
 * says it all. Any other address gets a hash, and so at least two `-`.
 *
 * @internal
 */
export function buildOrganisationName(uri: string): string {
  const [, kind, code] = TOOI_URI.exec(uri) ?? [];
  return kind ? `${kind}-${code}` : buildRegisterEntityName('organisatie', uri);
}
