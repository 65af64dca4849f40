export { ClusterActions } from './ClusterActions';
