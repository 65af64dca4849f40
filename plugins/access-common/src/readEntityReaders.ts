import {
  AuthorizeResult,
  type PermissionCriteria,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { IS_READABLE_BY_RULE } from './entityVisibility';

/** As which readers somebody sees entities of the catalog. @public */
export type EntityReaders = 'everything' | string[];

/** A condition of a policy, as it comes in. */
type Criteria = PermissionCriteria<{
  rule: string;
  params?: Record<string, unknown>;
}>;

/**
 * As which readers somebody sees the catalog, from the decision of the policy
 * about reading it: the other way round of `createEntityReaderCondition`.
 *
 * @returns undefined when the policy decides by something else as well, or by
 * something else alone; an empty list when there is nothing to see
 * @public
 */
export function readEntityReaders(
  decision: PolicyDecision,
): EntityReaders | undefined {
  switch (decision.result) {
    case AuthorizeResult.ALLOW:
      return 'everything';
    case AuthorizeResult.CONDITIONAL:
      return readCriteria(decision.conditions as Criteria);
    default:
      return [];
  }
}

function readCriteria(criteria: Criteria): string[] | undefined {
  if ('anyOf' in criteria) {
    const all = readEach(criteria.anyOf);
    return all && [...new Set(all.flat())];
  }
  if ('allOf' in criteria) {
    return readEach(criteria.allOf)?.reduce((all, some) =>
      all.filter(reader => some.includes(reader)),
    );
  }
  if ('rule' in criteria && criteria.rule === IS_READABLE_BY_RULE) {
    const readers = criteria.params?.readers;
    if (Array.isArray(readers)) return readers.map(String);
  }
  return undefined;
}

/** undefined when one of them is not known. */
function readEach(criteria: readonly Criteria[]): string[][] | undefined {
  const read = criteria.map(readCriteria);
  return read.every(readers => readers !== undefined) ? read : undefined;
}
