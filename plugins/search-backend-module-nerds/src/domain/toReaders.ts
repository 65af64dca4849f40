import {
  AuthorizeResult,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { IS_READABLE_BY_RULE } from '@nerds/plugin-access-common';
import type { Readers } from './SearchRequest';

/** A condition of a policy, as it comes in. */
type Criteria = PermissionCriteria<{
  rule: string;
  params?: Record<string, unknown>;
}>;

/**
 * Of which documents somebody may know, from the decision of the policy about
 * reading the catalog.
 *
 * @throws Error when the policy decides by something that the index does not
 * know: rather no search than one that shows too much
 * @internal
 */
export function toReaders(decision: PolicyDecision): Readers {
  switch (decision.result) {
    case AuthorizeResult.ALLOW:
      return 'everything';
    case AuthorizeResult.CONDITIONAL:
      return readCriteria(decision.conditions as Criteria);
    default:
      return [];
  }
}

function readCriteria(criteria: Criteria): string[] {
  if ('anyOf' in criteria) {
    return [...new Set(criteria.anyOf.flatMap(readCriteria))];
  }
  if ('allOf' in criteria) {
    return criteria.allOf
      .map(readCriteria)
      .reduce((all, some) => all.filter(reader => some.includes(reader)));
  }
  if ('rule' in criteria && criteria.rule === IS_READABLE_BY_RULE) {
    const readers = criteria.params?.readers;
    if (Array.isArray(readers)) return readers.map(String);
  }
  throw new Error(
    `The search cannot decide by ${JSON.stringify(
      criteria,
    )}, only by ${IS_READABLE_BY_RULE}`,
  );
}
