import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { accessRoleReadPermission } from '@nerds/plugin-access-common';
import { parseDecisions } from '../router/requests/parseDecisions';
import {
  parseReviewQuery,
  parseReviewRequest,
} from '../router/requests/parseTeamQuery';
import { toReviewAnswer, toReviewDetailsAnswer } from '../router/reviewAnswers';
import type { Caller } from '../services/Caller';
import type { ReviewDetails, ReviewService } from '../services/ReviewService';
import type { ActionRunner } from './ActionRunner';
import {
  languageInput,
  reviewIdInput,
  reviewOutput,
  type ActionZod,
} from './schemas';

// Which reviews somebody may see or decide depends on the team, which an
// action knows only when it runs: it is there for whoever may see the roles.
const visibilityPermission = accessRoleReadPermission;

/** `access:list-reviews`. @internal */
export function createListReviewsAction(
  registry: ActionsRegistryService,
  runner: ActionRunner,
): void {
  registry.register({
    name: 'list-reviews',
    title: 'List access reviews',
    description:
      'Lists the access reviews that you may see, newest first: of the teams that you lead, or all for auditors and administrators.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission,
    schema: {
      input: z =>
        z.object({
          team: z.string().optional().describe('Only of this team'),
          state: z.string().optional().describe('open or completed'),
          language: languageInput(z),
        }),
      output: z => z.object({ reviews: z.array(reviewOutput(z)) }),
    },
    action: async ({ input, credentials }) => {
      const { language, ...query } = input;
      const views = await runner.run(
        { credentials, language },
        ({ reviews }, caller) =>
          reviews.listReviews(parseReviewQuery(query), caller),
      );
      const reviews = views.map(view => ({ ...toReviewAnswer(view) }));
      return { output: { reviews } };
    },
  });
}

/** `access:start-review`. @internal */
export function createStartReviewAction(
  registry: ActionsRegistryService,
  runner: ActionRunner,
): void {
  registry.register({
    name: 'start-review',
    title: 'Start an access review',
    description:
      'Starts a review of who and what has access to things of a team that you lead.',
    attributes: { readOnly: false, destructive: false, idempotent: false },
    visibilityPermission,
    schema: {
      input: z =>
        z.object({
          team: z.string().describe('For example group:default/my-team'),
          language: languageInput(z),
        }),
      output: z => reviewOutput(z),
    },
    action: async ({ input: { team, language }, credentials }) =>
      runReview(runner, { credentials, language }, (reviews, caller) =>
        reviews.startReview(parseReviewRequest({ team }).team, caller),
      ),
  });
}

/** `access:decide-review-items`. @internal */
export function createDecideReviewItemsAction(
  registry: ActionsRegistryService,
  runner: ActionRunner,
): void {
  const itemInput = (z: ActionZod) =>
    z.object({
      itemId: z.string().describe('UUID of the item; see get-review'),
      decision: z.enum(['confirm', 'revoke']),
      reason: z.string().optional().describe('Required to revoke'),
    });
  registry.register({
    name: 'decide-review-items',
    title: 'Confirm or revoke access in a review',
    description:
      'Confirms or revokes accesses in an open review. A revocation acts at once and cannot be undone. What failed has a failure and can be sent again.',
    attributes: { readOnly: false, destructive: true, idempotent: true },
    visibilityPermission,
    schema: {
      input: z =>
        z.object({
          id: reviewIdInput(z),
          items: z.array(itemInput(z)),
          language: languageInput(z),
        }),
      output: z => reviewOutput(z),
    },
    action: async ({ input: { id, items, language }, credentials }) =>
      runReview(runner, { credentials, language }, (reviews, caller) =>
        reviews.decide(id, parseDecisions({ items }), caller),
      ),
  });
}

/** `access:get-review`. @internal */
export function createGetReviewAction(
  registry: ActionsRegistryService,
  runner: ActionRunner,
): void {
  registry.register({
    name: 'get-review',
    title: 'Get an access review',
    description:
      'Reads one access review: every access of the team and what was decided about it.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission,
    schema: {
      input: z =>
        z.object({ id: reviewIdInput(z), language: languageInput(z) }),
      output: z => reviewOutput(z),
    },
    action: async ({ input: { id, language }, credentials }) =>
      runReview(runner, { credentials, language }, (reviews, caller) =>
        reviews.getReview(id, { gather: true }, caller),
      ),
  });
}

/** `access:complete-review`. @internal */
export function createCompleteReviewAction(
  registry: ActionsRegistryService,
  runner: ActionRunner,
): void {
  registry.register({
    name: 'complete-review',
    title: 'Complete an access review',
    description:
      'Closes a review in which everything is decided. It stays as a record and does not change any more.',
    attributes: { readOnly: false, destructive: false, idempotent: true },
    visibilityPermission,
    schema: {
      input: z =>
        z.object({ id: reviewIdInput(z), language: languageInput(z) }),
      output: z => reviewOutput(z),
    },
    action: async ({ input: { id, language }, credentials }) =>
      runReview(runner, { credentials, language }, (reviews, caller) =>
        reviews.completeReview(id, caller),
      ),
  });
}

async function runReview(
  runner: ActionRunner,
  options: Parameters<ActionRunner['run']>[0],
  work: (reviews: ReviewService, caller: Caller) => Promise<ReviewDetails>,
) {
  const review = await runner.run(options, async ({ reviews }, caller) => {
    const details = await work(reviews, caller);
    return toReviewDetailsAnswer(
      details,
      caller.userEntityRef,
      options.language,
    );
  });
  return { output: { ...review } };
}
