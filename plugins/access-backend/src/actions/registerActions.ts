import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { ActionRunner } from './ActionRunner';
import {
  createCompleteReviewAction,
  createDecideReviewItemsAction,
  createGetReviewAction,
  createListReviewsAction,
  createStartReviewAction,
} from './reviewActions';
import {
  createGrantRoleAction,
  createListRolesAction,
  createRevokeRoleAction,
} from './roleActions';

/** Every action of the plugin. @internal */
export function registerActions(
  registry: ActionsRegistryService,
  runner: ActionRunner,
): void {
  createListRolesAction(registry, runner);
  createGrantRoleAction(registry, runner);
  createRevokeRoleAction(registry, runner);
  createListReviewsAction(registry, runner);
  createGetReviewAction(registry, runner);
  createStartReviewAction(registry, runner);
  createDecideReviewItemsAction(registry, runner);
  createCompleteReviewAction(registry, runner);
}
