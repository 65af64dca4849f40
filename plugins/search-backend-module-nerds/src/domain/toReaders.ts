import type { PolicyDecision } from '@backstage/plugin-permission-common';
import { readEntityReaders } from '@nerds/plugin-access-common';
import type { Readers } from './SearchRequest';

/**
 * Of which documents somebody may know, from the decision of the policy about
 * reading the catalog.
 *
 * @throws Error when the policy decides by something that the index does not
 * know: rather no search than one that shows too much
 * @internal
 */
export function toReaders(decision: PolicyDecision): Readers {
  const readers = readEntityReaders(decision);
  if (readers) return readers;
  throw new Error(
    `The search cannot decide by ${JSON.stringify(
      decision,
    )}, only by who may see an entity`,
  );
}
