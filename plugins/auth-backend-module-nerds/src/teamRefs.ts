import { stringifyEntityRef } from '@backstage/catalog-model';

/**
 * What a name in the catalog may look like; anything else cannot be a team.
 * Source: `CommonValidatorFunctions.isValidObjectName` of `@backstage/catalog-model`.
 */
const ENTITY_NAME = /^[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?$/i;

/**
 * The teams that a groups claim stands for, as entity refs.
 *
 * @remarks
 * The claim is the authority: a missing or malformed claim is no team at all,
 * never a guess from elsewhere. A leading `/` (Keycloak's full group path with
 * one level) is taken off; a deeper path is a group of another kind and is left out.
 *
 * @param groupsClaim - value of the claim as the identity provider sent it
 * @returns entity refs like `group:default/burgerzaken`, each once
 * @public
 */
export function toTeamRefs(groupsClaim: unknown): string[] {
  if (!Array.isArray(groupsClaim)) {
    return [];
  }
  const refs = groupsClaim
    .filter((group): group is string => typeof group === 'string')
    .map(group => group.replace(/^\//, ''))
    .filter(group => ENTITY_NAME.test(group))
    .map(name => stringifyEntityRef({ kind: 'group', name }));
  return [...new Set(refs)];
}
