export {
  catalogSourcesServiceRef,
  toSourceTaskId,
  type CatalogSourcesService,
  type RunOutcome,
  type SourceRegistration,
} from './CatalogSourcesService';
export {
  type FinishRunMessage,
  MAX_ITEM_ERRORS,
  type StartRunMessage,
} from './messages';
export { reportRuns } from './discovery/reportRuns';
