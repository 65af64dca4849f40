import { stringifyEntityRef } from '@backstage/catalog-model';

/** Which groups of the provider are teams of the portal. @internal */
export interface GroupOptions {
  /** Only groups that begin so; it is taken off. */
  prefix?: string;
  /** Matches a whole group; its first capture is the team. */
  pattern?: RegExp;
  /** What a group with more than one level is: no team, or the team of the last level. */
  path: 'refuse' | 'last';
}

/**
 * What a name in the catalog may look like; anything else cannot be a team or
 * a person. Source: `CommonValidatorFunctions.isValidObjectName` of
 * `@backstage/catalog-model`, which allows two separators in a row; we do too.
 *
 * @internal
 */
export const ENTITY_NAME = /^[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?$/i;

/**
 * The teams that a groups claim stands for, as entity refs.
 *
 * @remarks
 * The claim is the authority: a missing or malformed claim is no team at all,
 * never a guess from elsewhere. A group that cannot be a team is left out; the
 * person's other groups still count. Providers that send a person's only group
 * as text instead of a list are understood.
 *
 * @param groupsClaim - value of the claim as the identity provider sent it
 * @returns entity refs like `group:default/burgerzaken`, each once
 * @internal
 */
export function toTeamRefs(
  groupsClaim: unknown,
  options: GroupOptions,
): string[] {
  const groups: unknown[] = Array.isArray(groupsClaim)
    ? groupsClaim
    : [groupsClaim];
  const refs = new Set<string>();
  for (const group of groups) {
    const name =
      typeof group === 'string' ? toTeamName(group, options) : undefined;
    if (name !== undefined && ENTITY_NAME.test(name)) {
      refs.add(stringifyEntityRef({ kind: 'group', name }));
    }
  }
  return [...refs];
}

function toTeamName(group: string, options: GroupOptions): string | undefined {
  const path = select(group, options);
  // Keycloak writes the full path of a group with a leading "/".
  const levels = path?.replace(/^\//, '').split('/') ?? [];
  return levels.length === 1 || options.path === 'last'
    ? levels.at(-1)
    : undefined;
}

function select(group: string, options: GroupOptions): string | undefined {
  const { prefix, pattern } = options;
  if (pattern) {
    return pattern.exec(group)?.[1];
  }
  if (prefix === undefined) {
    return group;
  }
  return group.startsWith(prefix) ? group.slice(prefix.length) : undefined;
}
