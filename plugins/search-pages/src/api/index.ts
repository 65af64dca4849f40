export {
  portalSearchApiRef,
  type PortalSearchApi,
  type SearchQuery,
} from './PortalSearchApi';
export { PortalSearchClient } from './PortalSearchClient';
