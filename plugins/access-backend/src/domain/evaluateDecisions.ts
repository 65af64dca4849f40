import type { FieldFinding } from '@nerds/http-api';
import type { ReviewDecisionRequest } from '@nerds/plugin-access-common';
import { problems } from './problems';
import type { CheckedDecision, ReviewItemRecord } from './reviewRecords';

/** Characters; the same as for a role. */
const REASON_MAX_LENGTH = 500;

/**
 * Says everything that is wrong with decisions at once, each with its place in
 * the request.
 *
 * @internal
 */
export function evaluateDecisions(
  requests: ReviewDecisionRequest[],
  items: ReviewItemRecord[],
): { decisions: CheckedDecision[]; findings: FieldFinding[] } {
  const known = new Set(items.map(({ id }) => id));
  const seen = new Set<string>();
  const findings: FieldFinding[] = [];
  const decisions = requests.map((request, index) => {
    const { itemId, decision } = request;
    const reason = request.reason?.trim() || undefined;
    const field = (name: string) => `items[${index}].${name}`;
    if (!known.has(itemId)) {
      findings.push(problems.finding(field('itemId'), 'item-unknown'));
    } else if (seen.has(itemId)) {
      findings.push(problems.finding(field('itemId'), 'item-twice'));
    }
    seen.add(itemId);
    if (decision === 'revoke' && !reason) {
      findings.push(problems.finding(field('reason'), 'field-required'));
    }
    if (reason && [...reason].length > REASON_MAX_LENGTH) {
      const values = { limit: REASON_MAX_LENGTH };
      findings.push(
        problems.finding(field('reason'), 'field-too-long', values),
      );
    }
    return { itemId, decision, reason };
  });
  return { decisions, findings };
}
